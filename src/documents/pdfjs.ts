// Where Node is older than the newest browsers, pdf.js puts its own forms of these in the place of Node's. It can do
// without them, and they are many times slower for everything else that runs in the process.
const { parse, stringify } = JSON
const { push } = Array.prototype

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// Otherwise pdf.js would load it with the first document, and with it the same again.
// @ts-expect-error It comes without types, and only what it does to the process is wanted.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
Object.assign(JSON, { parse, stringify })
Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true, enumerable: false })

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
export { getDocument }
