import type nunjucks from 'nunjucks'

type Blocks = Readonly<Record<string, nunjucks.compiler.RenderFunction>>
type Values = Readonly<Record<string, unknown>>

/** A variable that a template has set, and those that were set before it. */
interface Setting {
  readonly name: string
  readonly value: unknown
  readonly before: Setting | undefined
}

/**
 * The variables of a template while it is printed, as compiled templates ask for them. Nunjucks' own copies all that a
 * page is given, for the page and again for each template that is imported into it. Here, what was given is shared, and
 * what was set is a chain: who has the same variables up to now has the same chain, whatever is set later.
 */
export class TemplateContext implements nunjucks.compiler.Context {
  readonly env: nunjucks.Environment
  readonly #given: Values
  readonly #blocks: Record<string, nunjucks.compiler.RenderFunction[]> = {}
  readonly #exported: string[] = []
  #last: Setting | undefined

  constructor(env: nunjucks.Environment, given: object, blocks: Blocks, last?: Setting) {
    this.env = env
    this.#given = given as Values
    this.#last = last
    for (const name in blocks) this.addBlock(name, blocks[name] as nunjucks.compiler.RenderFunction)
  }

  /** The context of a template that is imported: with all variables as they are now, or with none. */
  ofImport({ blocks }: nunjucks.Template, withContext: boolean): TemplateContext {
    return withContext ? new TemplateContext(this.env, this.#given, blocks, this.#last) : new TemplateContext(this.env, {}, blocks)
  }

  /** All variables as one object, as filters may ask for them. */
  get ctx(): Values {
    const settings: Setting[] = []
    for (let setting = this.#last; setting; setting = setting.before) settings.unshift(setting)
    return { ...this.#given, ...Object.fromEntries(settings.map(({ name, value }) => [name, value])) }
  }

  getVariables(): Values {
    return this.ctx
  }

  lookup(name: string): unknown {
    for (let setting = this.#last; setting; setting = setting.before) if (setting.name === name) return setting.value
    return name in this.#given ? this.#given[name] : this.env.globals[name]
  }

  setVariable(name: string, value: unknown): void {
    this.#last = { name, value, before: this.#last }
  }

  addExport(name: string): void {
    this.#exported.push(name)
  }

  getExported(): Values {
    const exported: Record<string, unknown> = {}
    for (const name of this.#exported) exported[name] = this.lookup(name)
    return exported
  }

  addBlock(name: string, block: nunjucks.compiler.RenderFunction): this {
    const blocks = this.#blocks[name]
    if (blocks) blocks.push(block)
    else this.#blocks[name] = [block]
    return this
  }

  /** The block of a name that counts: the innermost template's. */
  getBlock(name: string): nunjucks.compiler.RenderFunction {
    const block = this.#blocks[name]?.[0]
    if (!block) throw new Error(`unknown block "${name}"`)
    return block
  }

  /** Prints the block that a block stands in for. */
  getSuper(
    env: nunjucks.Environment,
    name: string,
    block: nunjucks.compiler.RenderFunction,
    frame: nunjucks.runtime.Frame,
    run: typeof nunjucks.runtime,
    callback: nunjucks.Callback<Error, string>,
  ): void {
    const blocks = this.#blocks[name] ?? []
    const outer = blocks[blocks.indexOf(block) + 1]
    if (!blocks.includes(block) || !outer) throw new Error(`no super block available for "${name}"`)
    outer(env, this, frame, run, callback)
  }
}
