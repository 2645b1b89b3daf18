import type { Campaign } from '../../../../domain/campaign.ts'
import type { DayTotals } from '../../../../domain/progress.ts'
import { DAY, formatDate, hanoiHourOn } from '../../../../domain/time.ts'
import { numberIn } from '../../parts/figures.tsx'
import type { Language } from '../../words.ts'
import type { OverviewWords } from './words.ts'

/** In pixels, from the top: the mark of the due date, the bars and their base, the labels of the days. */
const MARK = 12
const TOP = 24
const BASE = 124
const LABEL = 144

interface Props {
  readonly campaign: Campaign
  readonly days: readonly DayTotals[]
  readonly now: Date
  readonly language: Language
  readonly words: OverviewWords
}

/** Noon of a calendar day in Hanoi. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`)
const dayAndMonth = (at: Date): string => formatDate(at).slice(0, 5)
const percent = (part: number): string => `${Math.round(part * 1e4) / 100}%`

/** From the opening, or the first essay, to today, the last essay or the due date, whichever is last. */
const spanOf = ({ campaign, days, now }: Props): { readonly start: Date; readonly count: number } => {
  const noons = days.map(({ day }) => noonOf(day))
  const last = new Date(Math.max(...[campaign.dueAt, ...noons].map(Number)))
  const end = now > last ? new Date(Math.min(Number(now), Number(campaign.closesAt))) : last
  const first = new Date(Math.min(...[campaign.opensAt, ...noons].map(Number)))
  const start = hanoiHourOn(first, 0, 0)
  return { start, count: Math.floor((Number(end) - Number(start)) / DAY) + 1 }
}

/** Where a label stands so that it stays inside: at its place, or leaning to the left or the right of it. */
const anchorAt = (x: number): 'start' | 'middle' | 'end' => (x < 0.2 ? 'start' : x > 0.8 ? 'end' : 'middle')

/** What came each day, on time and late, against the due date. Widths in percent: text keeps its size on every screen. */
export const DaysChart = (props: Props) => {
  const { campaign, days, language, words } = props
  const { start, count } = spanOf(props)
  const most = days.reduce<DayTotals | undefined>(
    (best, day) => (best === undefined || day.onTime + day.late > best.onTime + best.late ? day : best),
    undefined,
  )
  if (most === undefined) return <p class="quiet">{words.noDays}</p>
  const highest = most.onTime + most.late
  const height = (essays: number): number => Math.round((essays / highest) * (BASE - TOP))
  const place = (at: Date): number => (Number(at) - Number(start)) / DAY / count
  const due = place(campaign.dueAt)
  const lastDay = new Date(Number(start) + (count - 1) * DAY)
  const label = words.dayLabel(formatDate(noonOf(most.day)), numberIn(highest, language))
  return (
    <>
      <svg class="chart" role="img" aria-label={`${words.days}. ${label}`}>
        {days.map(({ day, onTime, late }) => {
          const x = percent(place(noonOf(day)) - 0.4 / count)
          const width = percent(0.8 / count)
          const [lower, upper] = [height(onTime), height(onTime + late) - height(onTime)]
          return (
            <g key={day}>
              <rect class="on-time" x={x} y={BASE - lower} width={width} height={lower} />
              <rect class="late" x={x} y={BASE - lower - upper} width={width} height={upper} />
            </g>
          )
        })}
        <line class="base" x1="0" x2="100%" y1={BASE} y2={BASE} />
        <line class="due" x1={percent(due)} x2={percent(due)} y1={MARK + 4} y2={BASE} />
        <text class="due" x={percent(due)} y={MARK} text-anchor={anchorAt(due)}>
          {words.dueMark(dayAndMonth(campaign.dueAt))}
        </text>
        <text x="0" y={LABEL}>
          {dayAndMonth(start)}
        </text>
        <text x="100%" y={LABEL} text-anchor="end">
          {dayAndMonth(lastDay)}
        </text>
      </svg>
      <p class="legend small">
        <span class="key on-time">{words.onTime}</span>
        <span class="key late">{words.late}</span>
        <span class="quiet">{label}</span>
      </p>
      <details class="no-print">
        <summary>{words.dayFigures}</summary>
        <div class="table-wrap">
          <table class="narrow">
            <caption class="hidden">{words.days}</caption>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col" class="n">
                  {words.column.onTime}
                </th>
                <th scope="col" class="n">
                  {words.column.late}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, onTime, late }) => (
                <tr key={day}>
                  <th scope="row">{formatDate(noonOf(day))}</th>
                  <td class="n">{numberIn(onTime, language)}</td>
                  <td class="n">{numberIn(late, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
