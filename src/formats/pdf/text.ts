import type { PaperRules } from '../../reports/paper-rules.ts'
import { MM, type Place, SINGLE, type Style } from './pages.ts'

/** Fewer lines of a paragraph than this never stand alone on a page. */
const TOGETHER = 2

/** Words of a line spread over the width; each is written with the space behind it, so that it can be copied out. */
const spread = (pages: Place, line: string, x: number, width: number, style: Style): void => {
  const words = line.split(' ')
  const gap = words.length > 1 ? (width - pages.widthOf(line, style)) / (words.length - 1) : 0
  let at = x
  words.forEach((word, index) => {
    const text = index < words.length - 1 ? `${word} ` : word
    pages.write(text, at, pages.y, style)
    at += pages.widthOf(text, style) + gap
  })
}

/** A paragraph of running text: justified, its first line indented. */
export const paragraph = (
  pages: Place,
  text: string,
  style: Style,
  rules: PaperRules,
  indent = rules.indent,
): void => {
  const height = style.size * SINGLE * rules.lineSpacing
  const lines = pages.wrap(text, style, pages.width, indent * MM)
  pages.y += rules.paragraphGap
  lines.forEach((line, index) => {
    const left = lines.length - index
    const isStart = index === 0
    const needed = isStart || left === TOGETHER ? Math.min(TOGETHER, left) : 1
    pages.ensure(needed * height)
    const x = pages.left + (isStart ? indent * MM : 0)
    if (left === 1) pages.write(line, x, pages.y, style)
    else spread(pages, line, x, pages.width - (isStart ? indent * MM : 0), style)
    pages.y += height
  })
}

/** How high a paragraph stands, the gap above it included. */
export const paragraphHeight = (pages: Place, text: string, style: Style, rules: PaperRules): number =>
  pages.wrap(text, style, pages.width, rules.indent * MM).length * style.size * SINGLE * rules.lineSpacing +
  rules.paragraphGap

/** Lines in the middle of a span; answers how wide the last of them is. */
export const centred = (
  pages: Place,
  text: string,
  style: Style,
  { x, width }: { readonly x: number; readonly width: number },
): number => {
  let last = 0
  for (const line of pages.wrap(text, style, width)) {
    last = pages.widthOf(line, style)
    pages.write(line, x + (width - last) / 2, pages.y, style)
    pages.y += style.size * SINGLE
  }
  return last
}
