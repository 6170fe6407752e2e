/** Words of a plain text as Markdown that shows the same words: marks inside the line are escaped. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~\\~')
    .replace(/\[(?=[^\]]*\][([:])/g, '\\[')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
}

/** Escapes what at the start of a line would make it a heading, a quotation, a list, a rule or a table. */
export function escapeLineStart(markdown: string): string {
  return markdown
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[=-]+\s*$|-(?:\s*-){2,}\s*$|\|)/, (mark) => `\\${mark}`)
}

/** A cell's words inside a Markdown table. */
export function escapeCell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|')
}
