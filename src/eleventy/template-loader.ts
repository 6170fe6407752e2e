import nunjucks from 'nunjucks'
import transformer from 'nunjucks/src/transformer.js'
import { TemplateCompiler } from './template-compiler.ts'
import { templateRuntime } from './template-runtime.ts'

/** Reads templates from a folder, and compiles them. */
export class TemplateLoader extends nunjucks.FileSystemLoader {
  environment: nunjucks.Environment | undefined

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name)
    if (!this.environment || !source) return source
    // Nunjucks takes a compiled template in place of its source; its published types do not say so.
    return { ...source, src: { type: 'code', obj: compiled(source.src, source.path, this.environment) } as unknown as string }
  }
}

/** A template as functions, as Nunjucks takes it: the page's and one for each block. */
function compiled(source: string, file: string, { asyncFilters, extensionsList, opts }: nunjucks.Environment): object {
  const compiler = new TemplateCompiler(file, opts.throwOnUndefined ?? false)
  compiler.compile(transformer.transform(nunjucks.parser.parse(source, extensionsList, opts), asyncFilters))
  return new Function('fast', `let of\n${compiler.getCode()}`)(templateRuntime)
}
