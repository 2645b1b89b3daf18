const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Asia/Ho_Chi_Minh is UTC+7 all year, since 1975: an offset is the whole rule. */
const HANOI_OFFSET = 7 * HOUR

const two = (n: number): string => String(n).padStart(2, '0')

/** The wall clock in Hanoi, read through the UTC getters of the returned date. */
export const wallClock = (at: Date): Date => new Date(at.getTime() + HANOI_OFFSET)

/** `14/12/2018` */
export const formatDate = (at: Date): string => {
  const local = wallClock(at)
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`
}

/** `17:00` */
export const formatTime = (at: Date): string => {
  const local = wallClock(at)
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** `17:00 ngày 14/12/2018` */
export const formatDateTime = (at: Date): string => `${formatTime(at)} ngày ${formatDate(at)}`

/** Day of the week in Hanoi, 0 = Sunday. */
export const weekdayOf = (at: Date): number => wallClock(at).getUTCDay()

/** The calendar day in Hanoi, `YYYY-MM-DD`. */
export const hanoiDay = (at: Date): string => wallClock(at).toISOString().slice(0, 10)

/** A calendar day, `YYYY-MM-DD`, as people write it: `14/12/2018`. */
export const writeDay = (day: string): string => day.split('-').toReversed().join('/')

/** A calendar day as people write it, `14/12/2018`, as `YYYY-MM-DD`; null: there is no such day. */
export const readDay = (written: string): string | null => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written.trim()) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null
}

/** The moment at which the given hour strikes in Hanoi, `days` after the calendar day of `at`. */
export const hanoiHourOn = (at: Date, days: number, hour: number): Date => {
  const local = wallClock(at)
  return new Date(
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + days, hour) - HANOI_OFFSET,
  )
}

/** The given calendar day in Hanoi, `YYYY-MM-DD`, at the time of day of `at`. */
export const onDay = (day: string, at: Date): Date => new Date(`${day}T${formatTime(at)}:00+07:00`)

/** Whole days, hours and minutes of a span given in milliseconds. */
export const spanParts = (
  ms: number,
): { readonly days: number; readonly hours: number; readonly minutes: number } => ({
  days: Math.floor(ms / DAY),
  hours: Math.floor((ms % DAY) / HOUR),
  minutes: Math.floor((ms % HOUR) / MINUTE),
})

/** "2 ngày 3 giờ", "45 phút", "dưới 1 phút": the two largest parts of a span given in milliseconds. */
export const formatSpan = (ms: number): string => {
  const { days, hours, minutes } = spanParts(ms)
  const parts = [
    ...(days > 0 ? [`${days} ngày`] : []),
    ...(hours > 0 ? [`${hours} giờ`] : []),
    ...(minutes > 0 ? [`${minutes} phút`] : []),
  ]
  return parts.length === 0 ? 'dưới 1 phút' : parts.slice(0, 2).join(' ')
}
