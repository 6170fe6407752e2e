/** Addresses and places travel with a record as ids of elements: unlike metadata, these are no words that a search would find. */
const CASE = /^sag:(\/.+)$/
const ATTACHMENT = /^bilag:(\d+):(\/.+)$/

/** Where the words of a decision begin and end. */
export const DECISION_START = 'beslutning:fra'
export const DECISION_END = 'beslutning:til'

export function anchorOfCase(url: string): string {
  return `sag:${url}`
}

/** `page` is 1-based; absent where there are no pages. */
export function anchorOfAttachment(url: string, page: number | undefined): string {
  return `bilag:${page ?? 0}:${url}`
}

/** Address of a case, where an id is that of one. */
export function readCaseAnchor(id: string): string | undefined {
  return CASE.exec(id)?.[1]
}

/** Address and page of an attachment, where an id is that of one. */
export function readAttachmentAnchor(id: string): { readonly url: string; readonly page?: number } | undefined {
  const [, page = '0', url] = ATTACHMENT.exec(id) ?? []
  if (url === undefined) return undefined
  return page === '0' ? { url } : { url, page: Number(page) }
}
