import { expect, test } from 'vitest'
import { PDFDocument } from '../testing/documents/pdf.ts'

test('a PDF is read, and all else in the process runs on what it ran on before', async () => {
  const before = { stringify: JSON.stringify, parse: JSON.parse, push: Array.prototype.push }
  const { readPdf } = await import('./pdf.ts')
  const pdf = new PDFDocument({ size: 'A4' })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk) => chunks.push(chunk))
  pdf.font('Helvetica').fontSize(12).text('Byrådet godkendte dagsordenen.')
  const end = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  pdf.end()
  await end
  const reading = await readPdf(Buffer.concat(chunks))
  expect(reading.kind === 'read' && reading.pages[0]?.lines[0]?.text).toBe('Byrådet godkendte dagsordenen.')
  expect({ stringify: JSON.stringify, parse: JSON.parse, push: Array.prototype.push }).toEqual(before)
})
