import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Run as a command: the plain text of PDFs, page by page, and nothing else; what every import must do at least. */
let letters = 0
for (const file of process.argv.slice(2)) {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, isEvalSupported: false, disableFontFace: true })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    letters += items.map((item) => ('str' in item ? item.str : '')).join('').length
  }
  await task.destroy()
}
process.stdout.write(`${letters}\n`)
