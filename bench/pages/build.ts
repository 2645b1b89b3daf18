import { percentile } from '../upload/measure.ts'

const ROUNDS = 60
/** They warm up. */
const DISCARDED = 15

export interface Asked {
  readonly name: string
  readonly url: string
  readonly cookie: string
}

export const fetchPage = async ({ url, cookie }: Asked): Promise<string> => {
  const answer = await fetch(url, { headers: { Cookie: cookie, 'Accept-Encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  return answer.text()
}

/** In milliseconds. Work is what the processor did in this process. */
interface Spent {
  readonly time: number
  readonly work: number
}

const spentOn = async (page: Asked): Promise<Spent> => {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  await fetchPage(page)
  const { user, system } = process.cpuUsage(before)
  return { time: performance.now() - begun, work: (user + system) / 1000 }
}

const at = (values: readonly number[], part: number): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    part,
  )

export interface Timed {
  readonly median: Spent
  /** The tenth that was disturbed least: what else a machine does only ever adds. */
  readonly best: Spent
}

/** Asked in turns, one after the other, each to its last byte. */
export const timePages = async (pages: readonly Asked[]): Promise<readonly Timed[]> => {
  const spent = new Map<Asked, Spent[]>(pages.map(page => [page, []]))
  for (let round = 0; round < ROUNDS + DISCARDED; round += 1)
    for (const page of pages) {
      const measured = await spentOn(page)
      if (round >= DISCARDED) spent.get(page)?.push(measured)
    }
  return pages.map(page => {
    const all = spent.get(page) ?? []
    const part = (of: number): Spent => ({
      time: at(
        all.map(({ time }) => time),
        of,
      ),
      work: at(
        all.map(({ work }) => work),
        of,
      ),
    })
    return { median: part(0.5), best: part(0.1) }
  })
}
