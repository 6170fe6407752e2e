/** Most words that are marked on the page one lands on. */
const MOST = 6

/**
 * Has the browser mark the found words on the page that a result leads to, by a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/): the page itself needs no script. The fragment is put into the link
 * only for the moment of the click, so that a copied address stays clean.
 */
export function markOnLanding(list: HTMLElement): void {
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const result = link?.closest('[data-search-result]')
    if (!link || !result) return
    const words = [...new Set([...result.querySelectorAll('mark')].map((mark) => wordOf(mark.textContent ?? '')))].filter(Boolean)
    if (words.length === 0) return
    const clean = link.href
    link.href = `${clean}#:~:${words
      .slice(0, MOST)
      .map((word) => `text=${encodeURIComponent(word).replaceAll('-', '%2D')}`)
      .join('&')}`
    setTimeout(() => {
      link.href = clean
    })
  })
}

/** A match without the marks of the sentence around it. */
function wordOf(match: string): string {
  return match.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
