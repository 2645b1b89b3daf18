import type { Campaign } from '../domain/campaign.ts'
import { formatCount, formatPercent } from '../domain/figures.ts'
import { topicLabel } from '../domain/naming.ts'
import type { DayTotals, TopicTotals, Totals } from '../domain/progress.ts'
import { formatDate, wallClock } from '../domain/time.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const people = (n: number): string => `${formatCount(n)} đồng chí`
const essays = (n: number): string => `${formatCount(n)} bài`
/** "a, b và c" */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`

/** "ngày 09 tháng 01 năm 2019": a leading 0 for days below 10 and the months 1 and 2, as papers want it. */
export const paperDate = (at: Date): string => {
  const local = wallClock(at)
  const month = local.getUTCMonth() + 1
  return `ngày ${two(local.getUTCDate())} tháng ${month < 3 ? two(month) : month} năm ${local.getUTCFullYear()}`
}

/** "17 giờ 00 ngày 25 tháng 12 năm 2018" */
const paperMoment = (at: Date): string => {
  const local = wallClock(at)
  return `${two(local.getUTCHours())} giờ ${two(local.getUTCMinutes())} ${paperDate(at)}`
}

/** Who is meant, who is exempt and what is owed. */
const whoText = ({ people: all, exempt, expected }: Totals, unit: string): string => {
  if (all === 0) return `${unit} không có cán bộ nào trong danh sách của đợt học tập.`
  const start = `${unit} có ${people(all)} trong danh sách của đợt học tập`
  if (exempt === all)
    return all === 1
      ? `${start}; đồng chí này được miễn viết bài thu hoạch.`
      : `${start}, tất cả đều được miễn viết bài thu hoạch.`
  const owing = `phải nộp ${essays(expected)} thu hoạch`
  if (exempt === 0) return `${start}, không có trường hợp miễn viết, ${owing}.`
  return `${start}, trong đó ${people(exempt)} được miễn viết; ${people(all - exempt)} còn lại ${owing}.`
}

/** How punctual what came was. */
const punctuality = ({ submitted, onTime, late }: Totals): string => {
  if (late === 0) return submitted === 1 ? 'nộp đúng hạn' : 'tất cả đúng hạn'
  if (onTime === 0) return submitted === 1 ? 'nộp muộn' : 'tất cả nộp muộn'
  return `trong đó ${essays(onTime)} đúng hạn, ${essays(late)} nộp muộn`
}

const essaysText = (totals: Totals): string => {
  const { expected, submitted, missing, percent } = totals
  if (submitted === 0) return 'Chưa có bài nào được nộp.'
  if (missing === 0) return `Đã nộp đủ ${essays(expected)} (100\u00A0%), ${punctuality(totals)}.`
  return `Đã nộp ${essays(submitted)}, đạt ${formatPercent(percent)}, ${punctuality(totals)}; còn ${essays(missing)} chưa nộp.`
}

/** The same in people; null where the essays have said it already. */
const peopleText = ({ complete, partial, nothing }: Totals): string | null => {
  const all = complete + partial + nothing
  if (all === 1 || nothing === all) return null
  if (complete === all) return `Cả ${people(all)} đã nộp đủ bài.`
  const parts = [
    ...(complete > 0 ? [`${people(complete)} đã nộp đủ bài`] : []),
    ...(partial > 0 ? [`${people(partial)} mới nộp một phần`] : []),
    ...(nothing > 0 ? [`${people(nothing)} chưa nộp bài nào`] : []),
  ]
  return `Tính theo người: ${listed(parts)}.`
}

/** The paragraphs on the whole unit, right for nobody, one, all and none. */
export const resultTexts = (totals: Totals, unit: string, cutoff: Date): readonly string[] => {
  const as = `Tính đến ${paperMoment(cutoff)}, ${whoText(totals, unit)}`
  if (totals.expected === 0) return [as]
  const came = [essaysText(totals), peopleText(totals)].filter(text => text !== null)
  return [as, came.join(' ')]
}

export interface NamedTotals {
  readonly name: string
  readonly totals: Totals
}

/** So many names are told; the table has them all. */
const MOST_NAMED = 3

const named = (units: readonly NamedTotals[]): string => {
  const told = units.slice(0, MOST_NAMED).map(({ name }) => name)
  const left = units.length - told.length
  return left > 0 ? `${told.join(', ')} và ${formatCount(left)} đơn vị khác` : listed(told)
}

/** Those who owe most, named; of units that owe the same, all are named or none. */
const behindText = (units: readonly NamedTotals[]): string => {
  const missing = ({ totals }: NamedTotals): number => totals.missing
  const behind = [...units].sort((a, b) => missing(b) - missing(a))
  const next = behind[MOST_NAMED]
  const told = behind.slice(0, MOST_NAMED).filter(unit => next === undefined || missing(unit) > missing(next))
  if (told.length === 0) {
    const most = Math.max(...behind.map(missing))
    const alike = behind.filter(unit => missing(unit) === most).length
    const which = alike === behind.length ? 'Còn thiếu bài' : 'Còn thiếu nhiều nhất'
    return `${which}: ${formatCount(alike)} đơn vị, mỗi đơn vị ${essays(most)}.`
  }
  const which = behind.length === 1 ? 'Đơn vị còn thiếu bài' : 'Còn thiếu nhiều nhất'
  return `${which}: ${listed(told.map(unit => `${unit.name} (${essays(missing(unit))})`))}.`
}

/** Which units gave all, which owe most; null where there is but one, or nobody owes anything. */
export const unitsText = (units: readonly NamedTotals[]): string | null => {
  const owing = units.filter(({ totals }) => totals.expected > 0)
  if (owing.length < 2) return null
  const done = owing.filter(({ totals }) => totals.missing === 0)
  const behind = owing.filter(({ totals }) => totals.missing > 0)
  const all = formatCount(owing.length)
  if (behind.length === 0) return `Cả ${all} đơn vị đã nộp đủ bài.`
  if (done.length === 0) return `Chưa đơn vị nào trong ${all} đơn vị nộp đủ bài. ${behindText(behind)}`
  return `${formatCount(done.length)}/${all} đơn vị đã nộp đủ bài: ${named(done)}. ${behindText(behind)}`
}

/** Which topics got most and least; null where there is nothing to tell apart. */
export const topicsText = (
  { topics }: Pick<Campaign, 'topics'>,
  counts: readonly TopicTotals[],
): string | null => {
  if (counts.length < 2 || counts.every(({ submitted }) => submitted === 0)) return null
  const numbers = counts.map(({ submitted }) => submitted)
  const [most, least] = [Math.max(...numbers), Math.min(...numbers)]
  if (most === least) return `Mỗi chuyên đề có ${essays(most)}.`
  const of = (number: number): string =>
    listed(
      topics.flatMap(({ code }) =>
        counts.some(({ topic, submitted }) => topic === code && submitted === number)
          ? [topicLabel(code)]
          : [],
      ),
    )
  return `Nhiều bài nhất: ${of(most)} (${essays(most)}); ít bài nhất: ${of(least)} (${essays(least)}).`
}

const sumOf = ({ onTime, late }: DayTotals): number => onTime + late
const dateOf = ({ day }: DayTotals): string => formatDate(new Date(`${day}T12:00:00+07:00`))

/** When it came; null where nothing did. */
export const daysText = (days: readonly DayTotals[]): string | null => {
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null
  const top = days.reduce((best, day) => (sumOf(day) > sumOf(best) ? day : best))
  if (days.length === 1) return `Tất cả bài được nộp trong ngày ${dateOf(first)}.`
  return `Bài được nộp từ ngày ${dateOf(first)} đến ngày ${dateOf(last)}; nhiều nhất là ngày ${dateOf(top)} với ${essays(sumOf(top))}.`
}
