import type nunjucks from 'nunjucks'

/**
 * Which JavaScript variable holds a template's variable: known when a template is compiled, so that nothing has to be
 * looked up when it is printed. It finds what Nunjucks' chain of frames would find at the same place:
 *
 * - a loop's variable and a macro's argument are *bound*: the name means that and nothing else, and is never set;
 * - what `{% set %}` makes is *kept* by the loop, macro or block around it, and counts from when it has a value.
 */
export class Scope implements nunjucks.compiler.Names {
  readonly #bound = new Map<string, string>()
  readonly #kept = new Map<string, string>()
  readonly #parent: Scope | undefined
  /** Whether what is set directly in here stays in here, as in the body of a call. */
  readonly #closed: boolean
  /** Code that looks a name up, and one that sets it where it is known already, outside of all scopes. */
  readonly #outside: Outside

  constructor(outside: Outside, parent?: Scope, closed = true) {
    this.#outside = outside
    this.#parent = parent
    this.#closed = closed
  }

  /** A scope within this one. */
  inner(closed: boolean): Scope {
    return new Scope(this.#outside, this, closed)
  }

  set(name: string, variable: string): void {
    this.#bound.set(name, variable)
  }

  unset(name: string): void {
    this.#bound.delete(name)
  }

  keep(name: string, variable: string): void {
    this.#kept.set(name, variable)
  }

  lookup(name: string): string | undefined {
    return this.#bound.get(name) ?? this.#parent?.lookup(name)
  }

  /** An expression for the value of a name. */
  read(name: string): string {
    const bound = this.lookup(name)
    if (bound !== undefined) return bound
    const kept = this.#all(name).map((variable) => `${variable} !== undefined ? ${variable} : `)
    return `(${kept.join('')}${this.#outside.read(name)})`
  }

  /** A statement that gives a name the value of an expression, which is a variable. */
  write(name: string, value: string): string {
    const own = this.#kept.get(name)
    if (own === undefined) throw new Error(`A scope was not told that ${name} is set in it.`)
    if (this.#closed) return `${own} = ${value};`
    const known = this.#all(name).map((variable) => `if (${variable} !== undefined) ${variable} = ${value}; else `)
    return `${known.join('')}${this.#outside.write(name, value)}${own} = ${value};`
  }

  /** The variables that may hold a name, from the inside out. */
  #all(name: string): string[] {
    const own = this.#kept.get(name)
    const outer = this.#parent ? this.#parent.#all(name) : []
    return own === undefined ? outer : [own, ...outer]
  }
}

/** How code reaches the variables that no scope knows. */
export interface Outside {
  /** An expression for the value of a name. */
  read(name: string): string
  /** The beginning of a statement: sets the name where it has a value already, with an `else` after it; may be empty. */
  write(name: string, value: string): string
}
