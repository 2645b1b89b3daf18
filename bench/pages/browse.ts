import type { Browser } from 'playwright-core'

/** WebPageTest's "3G slow": what a district office has on a bad day. The processor is four times slower than this one. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWER = 4

/** What the page itself knows of its loading, in milliseconds. */
const TIMES = `(() => {
  const [page] = performance.getEntriesByType('navigation')
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  return { paint: paint?.startTime ?? 0, interactive: page.domContentLoadedEventEnd, load: page.loadEventEnd }
})()`

export interface Browsed {
  readonly requests: number
  /** Bytes on the wire, heads of answers included. */
  readonly bytes: number
  readonly scripts: number
  readonly paint: number
  /** Everything that the page does by itself is at work. */
  readonly interactive: number
  readonly load: number
}

/** Opens a page with nothing in its cache, on a bad line. */
export const browse = async (browser: Browser, url: string, cookie: string): Promise<Browsed> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
  })
  const [name = '', value = ''] = cookie.split('=')
  if (cookie !== '') await context.addCookies([{ name, value, url }])
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', LINE)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const scripts = new Set<string>()
    let [bytes, ofScripts, requests] = [0, 0, 0]
    cdp.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      requests += 1
      bytes += encodedDataLength
      if (scripts.has(requestId)) ofScripts += encodedDataLength
    })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`)
    const times: Pick<Browsed, 'paint' | 'interactive' | 'load'> = await page.evaluate(TIMES)
    return { requests, bytes, scripts: ofScripts, ...times }
  } finally {
    await context.close()
  }
}
