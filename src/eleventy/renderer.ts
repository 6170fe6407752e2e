import nunjucks from 'nunjucks'
import type { View } from '../publish/view.ts'
import { TemplateContext } from './template-context.ts'

/** Turns views into HTML. Templates are compiled once each and kept: compiling one anew for each page takes longer than the page. */
export class Renderer {
  readonly #environment: nunjucks.Environment
  readonly #templates = new Map<string, nunjucks.Template>()

  constructor(environment: nunjucks.Environment) {
    this.#environment = environment
  }

  /** The HTML of a view. */
  render(view: View): string {
    const template = this.#template(view.template)
    const context = new TemplateContext(this.#environment, view, template.blocks)
    const frame = new nunjucks.runtime.Frame()
    frame.topLevel = true
    let html = ''
    template.rootRenderFunc(this.#environment, context, frame, nunjucks.runtime, (error, printed) => {
      if (error) throw nunjucks.lib._prettifyError(template.path, false, error)
      html = printed ?? ''
    })
    return html
  }

  /** The files that a view comes to, by path from the site's root: its page, and its data beside it where it has any. */
  files(view: View): { readonly file: string; readonly content: string }[] {
    const { url } = view.page
    const page = { file: `${url}index.html`, content: this.render(view) }
    return view.data === undefined ? [page] : [page, { file: `${url}data.json`, content: `${JSON.stringify(view.data, null, 2)}\n` }]
  }

  #template(name: string): nunjucks.Template {
    const known = this.#templates.get(name)
    if (known) return known
    const template = this.#environment.getTemplate(name, true)
    this.#templates.set(name, template)
    return template
  }
}
