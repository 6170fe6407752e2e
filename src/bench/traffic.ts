import type { Page } from 'playwright-core'

/** What has been fetched so far. */
export interface Traffic {
  requests: number
  /** Bytes over the wire, gzip. */
  bytes: number
}

/** Counts what a page itself fetches from now on, headers and all; data addresses in the page itself are no requests. */
export async function countTraffic(page: Page): Promise<Traffic> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const traffic: Traffic = { requests: 0, bytes: 0 }
  const inline = new Set<string>()
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('data:')) inline.add(requestId)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inline.has(requestId)) return
    traffic.requests += 1
    traffic.bytes += encodedDataLength
  })
  return traffic
}
