import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Begun } from '../../src/embedded/servers.ts'
import { openBrowser } from '../../tests/support/chromium.ts'
import { browse } from './browse.ts'
import { type Asked, fetchPage, timePages } from './build.ts'
import { startFloor, startPages } from './stack.ts'

/**
 * A page of 400 people against its floor, the same HTML as a ready string, in turns of one run; then what pages weigh
 * on the wire with everything they load, and when they are at work on a bad line. Ends with 1 where a page weighs more
 * than it may, or is at work later.
 */

const PEOPLE = 400
const MOST = { buildMs: 30, bytes: 120_000, scripts: 60_000, interactiveMs: 6000 }

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const begun: Begun = []
const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
try {
  const { url, campaign, staff, cadre } = await startPages(folder, PEOPLE, begun)
  const people: Asked = {
    name: `a page of ${PEOPLE} people`,
    url: `${url}/dot/${campaign}/chua-nop?unit=hung-yen`,
    cookie: staff,
  }
  const html = await fetchPage(people)
  const rows = html.match(/<tr\b/g)?.length ?? 0
  if (rows < PEOPLE) throw new Error(`the page has ${rows} rows`)
  const floor: Asked = { name: 'its floor', url: await startFloor(html, begun), cookie: '' }
  const [built, ready] = await timePages([people, floor])
  if (built === undefined || ready === undefined) throw new Error('nothing was measured')
  for (const which of ['median', 'best'] as const) {
    const [own, least] = [built[which], ready[which]]
    console.log(
      `${which.padEnd(8)}${people.name} ${own.time.toFixed(1)} ms (work ${own.work.toFixed(1)}), ${floor.name} ` +
        `${least.time.toFixed(1)} ms (work ${least.work.toFixed(1)}): built in ${(own.time - least.time).toFixed(1)} ms, ` +
        `goal ≤ ${MOST.buildMs} ms; ${(own.time / least.time).toFixed(1)} × the floor`,
    )
  }
  console.log(`${rows} rows, ${kB(html.length)} of HTML\n`)

  const browser = await openBrowser()
  begun.push({ stop: async () => browser.close() })
  for (const [name, path, cookie] of [
    ['sign in', '/dang-nhap', ''],
    ['my essays', `/dot/${campaign}/bai-cua-toi`, cadre],
    ['hand in', `/dot/${campaign}/bai-cua-toi/nop`, cadre],
    ['overview', `/dot/${campaign}/don-vi/hung-yen`, staff],
    [people.name, `/dot/${campaign}/chua-nop?unit=hung-yen`, staff],
  ] as const) {
    const { requests, bytes, scripts, paint, interactive, load } = await browse(browser, url + path, cookie)
    console.log(
      `${name.padEnd(24)} ${requests} requests, ${kB(bytes)} (scripts ${kB(scripts)}); 3G slow: ` +
        `paint ${seconds(paint)}, interactive ${seconds(interactive)}, load ${seconds(load)}`,
    )
    const isHeavy = bytes > MOST.bytes || scripts > MOST.scripts
    if (isHeavy || interactive > MOST.interactiveMs) process.exitCode = 1
  }
} finally {
  for (const part of begun.reverse()) await part.stop()
  await rm(folder, { recursive: true, force: true })
}
