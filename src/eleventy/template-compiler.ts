import nunjucks from 'nunjucks'
import { framelessBodies, mentions, namesSetIn, signature } from './template-parts.ts'
import { type Outside, Scope } from './template-scope.ts'

const { nodes } = nunjucks

type Node = nunjucks.nodes.Node
type Names = nunjucks.compiler.Names

/** What is around a block: the variables of the page. They are in a frame too, as its layout may set them after the page. */
const AROUND_BLOCK: Outside = {
  read: (name) => `runtime.contextOrFrameLookup(context, frame, "${name}")`,
  write: (name, value) => `if (frame.resolve("${name}")) frame.resolve("${name}").set("${name}", ${value}); else `,
}

const AROUND_MACRO: Outside = {
  read: (name) => `context.lookup("${name}")`,
  write: () => '',
}

/**
 * Nunjucks' compiler, with other code for what pages are mostly made of. In blocks and macros, variables become variables
 * of JavaScript; Nunjucks keeps them in frames while a page is printed, which takes most of the time that a page takes.
 * What is printed is the same, and whatever is not written here is compiled by Nunjucks. `fast` is `templateRuntime`.
 */
export class TemplateCompiler extends nunjucks.compiler.Compiler {
  #frameless = new Set<Node>()

  override compileRoot(node: nunjucks.nodes.Root, names?: Names) {
    this.#frameless = framelessBodies(node)
    super.compileRoot(node, names)
  }

  override compile(node: Node, names?: Names) {
    if (names instanceof Scope || !this.#frameless.has(node)) return super.compile(node, names)
    const scope = new Scope(AROUND_BLOCK)
    this.#keep(scope, namesSetIn(node))
    super.compile(node, scope)
  }

  override compileSymbol(node: nunjucks.nodes.Symbol, names: Names) {
    if (names instanceof Scope) this._emit(names.read(node.value))
    else super.compileSymbol(node, names)
  }

  override compileLookupVal(node: nunjucks.nodes.LookupVal, names: Names) {
    if (!(node.val instanceof nodes.Literal && typeof node.val.value === 'string')) return super.compileLookupVal(node, names)
    const key = JSON.stringify(node.val.value)
    this._emit('fast.member((of = ')
    this._compileExpression(node.target, names)
    this._emit(`)?.[${key}], of, ${key})`)
  }

  override compileFunCall(node: nunjucks.nodes.FunCall, names: Names) {
    this._emit(`(lineno = ${node.lineno}, colno = ${node.colno}, fast.callable(`)
    this._compileExpression(node.name, names)
    this._emit(`, ${JSON.stringify(this._getNodeName(node.name))}).call(context`)
    if (node.args.children.length > 0) this._compileAggregate(node.args, names, ', ')
    this._emit('))')
  }

  override compileOutput(node: nunjucks.nodes.Output, names: Names) {
    if (this.throwOnUndefined) return super.compileOutput(node, names)
    for (const child of node.children) {
      const words = child instanceof nodes.TemplateData
      if (words && child.value === '') continue
      this._emit(`${this.buffer} += ${words ? '' : 'fast.print('}`)
      this.compile(child, names)
      this._emitLine(words ? ';' : ', env.opts.autoescape);')
    }
  }

  override compileSet(node: nunjucks.nodes.Set, names: Names) {
    if (!(names instanceof Scope)) return super.compileSet(node, names)
    const value = this.#emitVariable(node.value ?? (node.body as Node), names)
    for (const target of node.targets) this._emitLine(names.write((target as nunjucks.nodes.Symbol).value, value))
  }

  override compileFor(node: nunjucks.nodes.For, names: Names) {
    if (!(names instanceof Scope)) return super.compileFor(node, names)
    const items = this.#emitVariable(node.arr, names)
    const [item, index, length] = [this._tmpid(), this._tmpid(), this._tmpid()]
    const scope = names.inner(false)
    this.#keep(scope, namesSetIn(node))
    scope.set((node.name as nunjucks.nodes.Symbol).value, item)
    this._emitLine(`if (${items}) { ${items} = runtime.fromIterator(${items}); var ${length} = ${items}.length;`)
    this._emitLine(`for (var ${index} = 0; ${index} < ${items}.length; ${index}++) { var ${item} = ${items}[${index}];`)
    if (mentions(node.body, 'loop')) {
      const loop = this._tmpid()
      this._emitLine(`var ${loop} = fast.loop(${index}, ${length});`)
      scope.set('loop', loop)
    }
    this._withScopedSyntax(() => this.compile(node.body, scope))
    this._emitLine('} }')
    if (!node.else_) return
    scope.unset('loop')
    this._emitLine(`if (!${length}) {`)
    this.compile(node.else_, scope)
    this._emitLine('}')
  }

  /** Called with names for the body of a `call` block, which is a macro without a name, and without for others. */
  override _compileMacro(node: nunjucks.nodes.Macro, names?: Names): string {
    if (names ? !(names instanceof Scope) : !this.#frameless.has(node.body)) return super._compileMacro(node, names)
    const scope = names instanceof Scope ? names.inner(true) : new Scope(AROUND_MACRO)
    const { args, defaults } = signature(node)
    const keywords = defaults.map(({ key }) => key.value)
    const id = `macro_${this._tmpid()}`
    const parameters = [...args.map((name) => `l_${name}`), 'kwargs']
    this._emitLine(`var ${id} = fast.macro(${JSON.stringify(args)}, ${JSON.stringify(keywords)}, function (${parameters.join(', ')}) {`)
    for (const name of args) scope.set(name, `l_${name}`)
    this.#keep(scope, ['caller', ...keywords, ...namesSetIn(node)])
    this._emitLine(`kwargs = kwargs || {}; ${scope.write('caller', 'kwargs.caller')}`)
    for (const { key, value } of defaults) {
      const given = `kwargs["${key.value}"]`
      this._emitLine(scope.write(key.value, this.#emitVariable(value, scope, `Object.hasOwn(kwargs, "${key.value}") ? ${given} : `)))
    }
    const buffer = this._pushBuffer()
    this._withScopedSyntax(() => this.compile(node.body, scope))
    this._popBuffer()
    this._emitLine(`return new fast.SafeString(${buffer}); });`)
    return id
  }

  /** Imports run the imported template anew for every page, so the way there has to be short. */
  override _compileGetTemplate(node: Node, names: Names, eager: boolean, ignoreMissing: boolean): string {
    if (!(node instanceof nodes.Import || node instanceof nodes.FromImport))
      return super._compileGetTemplate(node, names, eager, ignoreMissing)
    const id = this._tmpid()
    this._emit('fast.imported(env, ')
    this._compileExpression(node.template, names)
    this._emitLine(`, ${this._templateName()}, context, ${node.withContext ? 'frame' : 'undefined'}, ${this._makeCallback(id)}`)
    // The code that follows need not give the context once more.
    node.withContext = null
    return id
  }

  /** Makes a variable that has the value of an expression, after code for what comes before that. */
  #emitVariable(expression: Node, names: Names, before = ''): string {
    const variable = this._tmpid()
    this._emit(`var ${variable} = ${before}`)
    this.compile(expression, names)
    this._emitLine(';')
    return variable
  }

  /** Makes the variables of a scope for the names that are set in it. They have no value yet. */
  #keep(scope: Scope, names: readonly string[]): void {
    for (const name of new Set(names)) {
      const variable = this._tmpid()
      scope.keep(name, variable)
      this._emitLine(`var ${variable} = undefined;`)
    }
  }
}
