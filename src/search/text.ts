/**
 * Text with composed letters, ASCII hyphens inside words, plain spaces and no soft hyphens. Pagefind splits words at white space and
 * parts them at ASCII marks only: with a dash of another kind, `it‑sikkerhed` and `2025–2029` would be found by neither part.
 */
export function plainDashes(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/(?<=[\p{L}\p{N}])[\u2012-\u2015](?=[\p{L}\p{N}])/gu, '-')
}

/** The words of HTML that was made here: tags become spaces, and what `escapeHtml` wrote is read back. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
