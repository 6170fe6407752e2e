import type nunjucks from 'nunjucks'
import type { View } from '../publish/view.ts'

/** Turns views into HTML. Templates are compiled once each and kept: compiling one anew for each page takes longer than the page. */
export class Renderer {
  readonly #environment: nunjucks.Environment
  readonly #templates = new Map<string, nunjucks.Template>()

  constructor(environment: nunjucks.Environment) {
    this.#environment = environment
  }

  /** The HTML of a view. */
  render(view: View): string {
    return this.#template(view.template).render(view)
  }

  #template(name: string): nunjucks.Template {
    const known = this.#templates.get(name)
    if (known) return known
    const template = this.#environment.getTemplate(name, true)
    this.#templates.set(name, template)
    return template
  }
}
