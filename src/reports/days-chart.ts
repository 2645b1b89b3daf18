import type { Campaign } from '../domain/campaign.ts'
import type { DayTotals } from '../domain/progress.ts'
import { DAY, formatDate, formatDateTime, hanoiDay } from '../domain/time.ts'
import type { DaysChart } from './model.ts'

/** Beyond it a chart shows the days on which something came, and leaves the others out. */
const LONGEST = 70
/** Labels side by side on the width of a page. */
const MOST_LABELS = 14

const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`)

const span = (first: string, last: string): readonly string[] => {
  const days: string[] = []
  for (let at = noonOf(first); hanoiDay(at) <= last; at = new Date(at.getTime() + DAY))
    days.push(hanoiDay(at))
  return days
}

/** What came day by day, from the first essay or the opening to the last one or the due date; null where nothing came. */
export const daysChart = (
  { opensAt, dueAt }: Pick<Campaign, 'opensAt' | 'dueAt'>,
  counts: readonly DayTotals[],
): DaysChart | null => {
  if (counts.length === 0) return null
  const due = hanoiDay(dueAt)
  const bounds = [...counts.map(({ day }) => day), hanoiDay(opensAt), due].sort()
  const whole = span(bounds[0] ?? due, bounds.at(-1) ?? due)
  const days =
    whole.length <= LONGEST
      ? whole
      : whole.filter(day => day === due || counts.some(count => count.day === day))
  const every = Math.ceil(days.length / MOST_LABELS)
  return {
    title: `Số bài nộp theo ngày (hạn nộp: ${formatDateTime(dueAt)})`,
    onTimeLabel: 'Đúng hạn',
    lateLabel: 'Nộp muộn',
    dueLabel: `Hạn ${formatDate(dueAt).slice(0, 5)}`,
    days: days.map((day, index) => {
      const { onTime = 0, late = 0 } = counts.find(count => count.day === day) ?? {}
      return {
        label: index % every === 0 ? formatDate(noonOf(day)).slice(0, 5) : '',
        onTime,
        late,
        isDue: day === due,
      }
    }),
  }
}
