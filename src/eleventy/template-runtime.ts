import nunjucks from 'nunjucks'
import { TemplateContext } from './template-context.ts'

const { Frame, SafeString, makeMacro, memberLookup, suppressValue } = nunjucks.runtime

/** The characters that mean something in HTML, as Nunjucks escapes them. */
const SPECIAL = /[&"'<>\\]/

/** What compiled templates call. Each does what Nunjucks' own does, the common case first. */
export const templateRuntime = { SafeString, callable, imported, loop, macro, member, print }

/** A value as it is printed. */
function print(value: unknown, autoescape: boolean): unknown {
  if (typeof value === 'string' && autoescape) return SPECIAL.test(value) ? nunjucks.lib.escape(value) : value
  if (value === undefined || value === null) return ''
  if (value instanceof SafeString) return value.val
  return suppressValue(value, autoescape)
}

/** A member of a value, which is given with it; a function stays bound to the value. */
function member(found: unknown, value: unknown, key: PropertyKey): unknown {
  return typeof found === 'function' ? memberLookup(value, key) : found
}

/** What is called, or an error that says what it is called in the template. */
function callable(value: unknown, name: string): CallableFunction {
  if (typeof value === 'function') return value
  throw new Error(`Unable to call \`${name}\`, which is ${value ? 'not a function' : 'undefined or falsey'}`)
}

/** What a template knows of the loop that it is in. */
function loop(index0: number, length: number): Readonly<Record<string, unknown>> {
  return {
    index: index0 + 1,
    index0,
    revindex: length - index0,
    revindex0: length - index0 - 1,
    first: index0 === 0,
    last: index0 === length - 1,
    length,
  }
}

/** A macro. Where it is called without keywords, as nearly always, its arguments are as they are given. */
function macro(names: readonly string[], keywords: readonly string[], body: nunjucks.runtime.MacroBody): nunjucks.runtime.MacroBody {
  return (...args) => (args.length <= names.length && !hasKeywords(args) ? body(...args) : makeMacro(names, keywords, body)(...args))
}

function hasKeywords(args: readonly unknown[]): boolean {
  const last = args[args.length - 1]
  return typeof last === 'object' && last !== null && Object.hasOwn(last, '__keywords')
}

/** Gives what there is to take from a template: its macros, and what it sets. */
function imported(
  env: nunjucks.Environment,
  name: string,
  importer: string | undefined,
  context: nunjucks.compiler.Context,
  frame: nunjucks.runtime.Frame | undefined,
  callback: nunjucks.Callback<Error, Imported>,
): void {
  env.getTemplate(name, true, importer, false, (error, template) => callback(error, template && new Imported(template, context, frame)))
}

/** An imported template, for one page: run for what it exports. */
class Imported {
  readonly #template: nunjucks.Template
  readonly #context: TemplateContext
  readonly #frame: nunjucks.runtime.Frame

  constructor(template: nunjucks.Template, importer: nunjucks.compiler.Context, frame: nunjucks.runtime.Frame | undefined) {
    this.#template = template
    this.#context = contextOfImport(importer, template, frame !== undefined)
    this.#frame = frame ? frame.push() : new Frame()
    this.#frame.topLevel = true
  }

  getExported(callback: nunjucks.compiler.Exports): void {
    const context = this.#context
    this.#template.rootRenderFunc(context.env, context, this.#frame, nunjucks.runtime, (error) =>
      error ? callback(error, null) : callback(null, context.getExported()),
    )
  }
}

function contextOfImport(importer: nunjucks.compiler.Context, template: nunjucks.Template, withContext: boolean): TemplateContext {
  if (importer instanceof TemplateContext) return importer.ofImport(template, withContext)
  return new TemplateContext(importer.env, withContext ? { ...importer.getVariables() } : {}, template.blocks)
}
