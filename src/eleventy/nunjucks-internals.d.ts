import 'nunjucks'

/** The part of Nunjucks' own compiler that is built upon here; its published types leave it out. */
declare module 'nunjucks' {
  interface Environment {
    readonly asyncFilters: readonly string[]
    readonly extensionsList: readonly Extension[]
    readonly loaders: Loader[]
    readonly globals: Readonly<Record<string, unknown>>
    readonly opts: ConfigureOptions
    getTemplate(
      name: string,
      eagerCompile: boolean,
      parentName: string | undefined,
      ignoreMissing: boolean,
      callback: Callback<Error, Template>,
    ): void
  }

  interface Template {
    readonly rootRenderFunc: compiler.RenderFunction
    readonly blocks: Readonly<Record<string, compiler.RenderFunction>>
    readonly path: string
  }

  namespace compiler {
    /** What a template is compiled to: `root` and a `b_name` for each block. */
    type RenderFunction = (
      env: Environment,
      context: Context,
      frame: runtime.Frame,
      run: typeof runtime,
      callback: Callback<Error, string>,
    ) => void
    type Exports = Callback<Error, Readonly<Record<string, unknown>>>

    /** The variables of a template while it is printed. */
    interface Context {
      readonly env: Environment
      readonly ctx: Readonly<Record<string, unknown>>
      getVariables(): Readonly<Record<string, unknown>>
      getExported(): Readonly<Record<string, unknown>>
    }

    /** Where the compiler looks a name up: the JavaScript variable that holds it, where that is known. */
    interface Names {
      lookup(name: string): string | null | undefined
      set(name: string, variable: string): void
    }

    class Compiler {
      constructor(templateName: string | undefined, throwOnUndefined: boolean)
      /** The variable that output is added to. */
      readonly buffer: string
      readonly throwOnUndefined: boolean
      getCode(): string
      compile(node: nodes.Node, names?: Names): void
      compileRoot(node: nodes.Root, names?: Names): void
      compileSymbol(node: nodes.Symbol, names: Names): void
      compileLookupVal(node: nodes.LookupVal, names: Names): void
      compileFunCall(node: nodes.FunCall, names: Names): void
      compileOutput(node: nodes.Output, names: Names): void
      compileSet(node: nodes.Set, names: Names): void
      compileFor(node: nodes.For, names: Names): void
      _compileMacro(node: nodes.Macro, names?: Names): string
      _compileGetTemplate(node: nodes.Node, names: Names, eager: boolean, ignoreMissing: boolean): string
      _compileAggregate(node: nodes.NodeList, names: Names, start?: string, end?: string): void
      _compileExpression(node: nodes.Node, names: Names): void
      _getNodeName(node: nodes.Node): string
      _templateName(): string
      _makeCallback(result?: string): string
      _withScopedSyntax(emit: () => void): void
      _pushBuffer(): string
      _popBuffer(): void
      _tmpid(): string
      _emit(code: string): void
      _emitLine(code: string): void
    }
  }

  namespace parser {
    function parse(source: string, extensions: readonly Extension[], options: ConfigureOptions): nodes.Root
  }

  namespace nodes {
    class Node {
      readonly typename: string
      readonly lineno: number
      readonly colno: number
      findAll<Kind extends Node>(kind: abstract new (...given: never[]) => Kind): Kind[]
    }
    class NodeList extends Node {
      readonly children: readonly Node[]
    }
    class Root extends NodeList {}
    class Output extends NodeList {}
    // biome-ignore lint/suspicious/noShadowRestrictedNames: Nunjucks calls it so.
    class Symbol extends Node {
      readonly value: string
    }
    class Literal extends Node {
      readonly value: unknown
    }
    class TemplateData extends Literal {}
    class Pair extends Node {
      readonly key: Symbol
      readonly value: Node
    }
    class Dict extends NodeList {
      override readonly children: readonly Pair[]
    }
    class LookupVal extends Node {
      readonly target: Node
      readonly val: Node
    }
    class FunCall extends Node {
      readonly name: Node
      readonly args: NodeList
    }
    // biome-ignore lint/suspicious/noShadowRestrictedNames: Nunjucks calls it so.
    class Set extends Node {
      readonly targets: readonly Node[]
      /** Absent where the tag holds its value as its body. */
      readonly value: Node | null
      readonly body?: Node
    }
    class For extends Node {
      readonly arr: Node
      readonly name: Node
      readonly body: Node
      readonly else_: Node | null
    }
    class Macro extends Node {
      readonly name: Symbol
      readonly args: NodeList
      readonly body: Node
    }
    class Caller extends Macro {}
    class Block extends Node {
      readonly name: Symbol
      readonly body: Node
    }
    class Import extends Node {
      readonly template: Node
      withContext: boolean | null
    }
    class FromImport extends Import {}
  }

  namespace runtime {
    class Frame {
      topLevel: boolean
      push(isolateWrites?: boolean): Frame
    }
    type MacroBody = (...args: unknown[]) => SafeString
    function makeMacro(names: readonly string[], keywords: readonly string[], body: MacroBody): MacroBody
    function memberLookup(value: unknown, key: PropertyKey): unknown
    function suppressValue(value: unknown, autoescape: boolean): unknown
  }

  namespace lib {
    // biome-ignore lint/suspicious/noShadowRestrictedNames: Nunjucks calls it so.
    function escape(text: string): string
    function _prettifyError(path: string, withInternals: boolean, error: Error): TemplateError
  }
}
