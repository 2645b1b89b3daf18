import { DAY, formatDate, formatTime, spanParts, weekdayOf } from '../../../domain/time.ts'
import type { SharedWords } from '../words.ts'

/** "2 ngày 3 giờ": the two largest parts of a span in milliseconds. */
export const spanIn = (ms: number, words: SharedWords): string => {
  const { days, hours, minutes } = spanParts(ms)
  const parts = [
    ...(days > 0 ? [words.days(days)] : []),
    ...(hours > 0 ? [words.hours(hours)] : []),
    ...(minutes > 0 ? [words.minutes(minutes)] : []),
  ]
  return parts.length === 0 ? words.moments : parts.slice(0, 2).join(' ')
}

/** "17:00 thứ Sáu 14/12/2018" */
export const momentIn = (at: Date, words: SharedWords): string =>
  words.onDay(formatTime(at), words.weekdays.split('|')[weekdayOf(at)] ?? '', formatDate(at))

/** Exact and relative together: "17:00 thứ Sáu 14/12/2018 (còn 2 ngày 3 giờ)"; red only under a day. */
export const Due = ({
  at,
  now,
  words,
}: {
  readonly at: Date
  readonly now: Date
  readonly words: SharedWords
}) => {
  const left = at.getTime() - now.getTime()
  const relative = left >= 0 ? words.left(spanIn(left, words)) : words.ago(spanIn(-left, words))
  return (
    <time datetime={at.toISOString()} class={left < DAY ? 'wrong-text' : undefined}>
      {momentIn(at, words)} ({relative})
    </time>
  )
}

export const Moment = ({ at }: { readonly at: Date }) => (
  <time datetime={at.toISOString()}>
    {formatDate(at)} {formatTime(at)}
  </time>
)
