import { formatCount } from '../../domain/figures.ts'
import type { DaysChart } from '../../reports/model.ts'
import type { Pages, Style } from './pages.ts'
import { centred } from './text.ts'

const HEIGHT = 130
const LABELS = 26
const TOP = 16
const LABEL: Style = { face: 'regular', size: 9 }
/** Told apart without colour too: one dark, one light. */
const ON_TIME = '#0b4f9e'
const LATE = '#e3a29c'
const BLACK = '#000000'

const legend = (pages: Pages, { onTimeLabel, lateLabel }: DaysChart): void => {
  const { doc } = pages
  const box = 8
  const entries = [
    [ON_TIME, onTimeLabel],
    [LATE, lateLabel],
  ] as const
  const widths = entries.map(([, label]) => box + 4 + pages.widthOf(label, LABEL))
  let x = pages.left + (pages.width - widths.reduce((sum, width) => sum + width + 16, -16)) / 2
  entries.forEach(([colour, label], index) => {
    doc.rect(x, pages.y + 1, box, box).fill(colour)
    doc.fillColor(BLACK)
    pages.write(label, x + box + 4, pages.y, LABEL)
    x += (widths[index] ?? 0) + 16
  })
  pages.y += 16
}

/** Bars of what came each day, on time and late, and a line where the due date falls. */
export const drawChart = (pages: Pages, chart: DaysChart, titleSize: number): void => {
  const { doc } = pages
  pages.ensure(HEIGHT + LABELS + TOP + titleSize * 3 + 16)
  pages.y += 8
  centred(pages, chart.title, { face: 'bold', size: titleSize }, { x: pages.left, width: pages.width })
  const top = pages.y + TOP
  const base = top + HEIGHT
  const step = pages.width / chart.days.length
  const most = Math.max(1, ...chart.days.map(({ onTime, late }) => onTime + late))
  const high = (essays: number): number => (essays / most) * (HEIGHT - 12)

  chart.days.forEach(({ label, onTime, late, isDue }, index) => {
    const x = pages.left + index * step
    const [below, above] = [high(onTime), high(late)]
    if (onTime > 0) doc.rect(x + step * 0.12, base - below, step * 0.76, below).fill(ON_TIME)
    if (late > 0) doc.rect(x + step * 0.12, base - below - above, step * 0.76, above).fill(LATE)
    doc.fillColor(BLACK)
    const number = formatCount(onTime + late)
    if (onTime + late > 0 && pages.widthOf(number, LABEL) <= step)
      pages.write(number, x + (step - pages.widthOf(number, LABEL)) / 2, base - below - above - 11, LABEL)
    const shift = Math.min(Math.max((step - pages.widthOf(label, LABEL)) / 2, -x + pages.left), step)
    if (label !== '') pages.write(label, x + shift, base + 4, LABEL)
    if (!isDue) return
    const due = x + step
    doc
      .lineWidth(0.8)
      .dash(3, { space: 2 })
      .moveTo(due, top - 4)
      .lineTo(due, base)
      .stroke()
      .undash()
    const width = pages.widthOf(chart.dueLabel, LABEL)
    const place = Math.min(Math.max(due - width / 2, pages.left), pages.left + pages.width - width)
    pages.write(chart.dueLabel, place, top - 15, LABEL)
  })
  pages.rule(pages.left, base, pages.width)
  pages.y = base + LABELS
  legend(pages, chart)
}
