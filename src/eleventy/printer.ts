import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type nunjucks from 'nunjucks'
import type { View } from '../publish/view.ts'

/** Prints views and writes them at once. Templates are compiled once each and kept by the environment. */
export class Printer {
  readonly #environment: nunjucks.Environment
  readonly #output: string
  readonly #templates = new Map<string, nunjucks.Template>()

  constructor(environment: nunjucks.Environment, output: string) {
    this.#environment = environment
    this.#output = output
  }

  /** Prints a view to its address, with its data beside it, and gives the HTML. */
  async print(view: View): Promise<string> {
    const html = this.render(view)
    const folder = path.join(this.#output, ...view.page.url.split('/').filter((part) => part !== ''))
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'index.html'), html)
    if (view.data !== undefined) await writeFile(path.join(folder, 'data.json'), `${JSON.stringify(view.data, null, 2)}\n`)
    return html
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
