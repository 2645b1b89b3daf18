import type { Glyph } from './pdf-glyphs.ts'

/** A line of a page as it is read. Measures are those of its letters. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** In sizes of the letter: letters this near in height are of one line, this far apart there is a space between them. */
const SAME_LINE = 0.35
const GAP = 0.2
/** Bold letters are sometimes drawn twice. */
const SAME_PLACE = 0.1

const joined = (glyphs: readonly Glyph[]): string => {
  let text = ''
  let before: Glyph | null = null
  for (const glyph of glyphs) {
    if (before !== null) {
      const isTwice = glyph.text === before.text && glyph.x - before.x < SAME_PLACE * glyph.size
      if (isTwice) continue
      const isApart = glyph.x - (before.x + before.width) > GAP * glyph.size
      if (isApart && !text.endsWith(' ') && glyph.text !== ' ') text += ' '
    }
    text += glyph.text
    before = glyph
  }
  return text.trim()
}

/** The letters of a page → its lines from the top, each from left to right, in whatever order they were drawn. */
export const linesOf = (glyphs: readonly Glyph[]): readonly Line[] => {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      row !== undefined &&
      first !== undefined &&
      glyph.y - first.y <= SAME_LINE * Math.max(first.size, glyph.size)
    )
      row.push(glyph)
    else rows.push([glyph])
  }
  return rows.flatMap(row => {
    const sorted = row.sort((a, b) => a.x - b.x)
    const text = joined(sorted)
    const inked = sorted.filter(glyph => glyph.text.trim() !== '')
    const [first] = inked
    const last = inked.at(-1)
    if (first === undefined || last === undefined) return []
    const size = Math.max(...inked.map(glyph => glyph.size))
    return [{ text, x: first.x, end: last.x + last.width, y: first.y, size }]
  })
}

/** In sizes of the letter: a beginning further in, or an end further left, begins another paragraph; */
const INDENT = 0.8
const SHORT = 5
/** so does a step down that is so many times the page's usual one, */
const STEP = 1.3
/** and a number or a dash that begins an item. */
const ITEM = /^(?:[IVX]{1,5}|\d{1,2}|[a-zđ])[.)]\s|^[-–+•]\s/u

const usualStep = (lines: readonly Line[]): number => {
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at]?.y ?? 0))
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 0
}

/** Lines → paragraphs: a line that goes on in the next one is joined with it. Page after page. */
export const paragraphsOf = (pages: readonly (readonly Line[])[]): readonly string[] => {
  const paragraphs: string[] = []
  let before: (Line & { readonly edge: number }) | null = null
  for (const lines of pages) {
    const left = Math.min(...lines.map(line => line.x))
    const edge = Math.max(...lines.map(line => line.end))
    const widest = usualStep(lines) * STEP
    for (const [at, line] of lines.entries()) {
      const goesOn: boolean =
        before !== null &&
        before.end > before.edge - SHORT * line.size &&
        line.x - left < INDENT * line.size &&
        (at === 0 || line.y - before.y <= widest) &&
        !ITEM.test(line.text)
      if (goesOn) paragraphs.push(`${paragraphs.pop() ?? ''} ${line.text}`)
      else paragraphs.push(line.text)
      before = { ...line, edge }
    }
  }
  return paragraphs
}
