const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Asia/Ho_Chi_Minh is UTC+7 all year, since 1975: an offset is the whole rule. */
const HANOI_OFFSET = 7 * HOUR

const two = (n: number): string => String(n).padStart(2, '0')

/** The wall clock in Hanoi, read through the UTC getters of the returned date. */
const hanoi = (at: Date): Date => new Date(at.getTime() + HANOI_OFFSET)

/** `14/12/2018` */
export const formatDate = (at: Date): string => {
  const local = hanoi(at)
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`
}

/** `17:00 ngày 14/12/2018` */
export const formatDateTime = (at: Date): string => {
  const local = hanoi(at)
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())} ngày ${formatDate(at)}`
}

/** The calendar day in Hanoi, `YYYY-MM-DD`. */
export const hanoiDay = (at: Date): string => hanoi(at).toISOString().slice(0, 10)

/** The moment at which the given hour strikes in Hanoi, `days` after the calendar day of `at`. */
export const hanoiHourOn = (at: Date, days: number, hour: number): Date => {
  const local = hanoi(at)
  return new Date(
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + days, hour) - HANOI_OFFSET,
  )
}

/** "2 ngày 3 giờ", "45 phút", "dưới 1 phút": the two largest parts of a span given in milliseconds. */
export const formatSpan = (ms: number): string => {
  const parts: string[] = []
  let rest = ms
  for (const [size, word] of [
    [DAY, 'ngày'],
    [HOUR, 'giờ'],
    [MINUTE, 'phút'],
  ] as const) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count} ${word}`)
  }
  return parts.length === 0 ? 'dưới 1 phút' : parts.slice(0, 2).join(' ')
}
