import type { PaperRules } from '../../reports/paper-rules.ts'
import type { VolumeEssay } from '../../reports/volume.ts'
import { MM, SINGLE, type Style } from '../pdf/pages.ts'
import { centred, paragraph } from '../pdf/text.ts'
import type { Sheets } from './sheet.ts'

const NAME: Style = { face: 'bold', size: 22 }
const FACT: Style = { face: 'regular', size: 13 }
const KEY: Style = { face: 'italic', size: 13 }
const NOTE: Style = { face: 'italic', size: 12 }
const KEY_ROOM = 32 * MM

const drawFact = (sheets: Sheets, [name, value]: VolumeEssay['facts'][number]): void => {
  const height = FACT.size * SINGLE * 1.3
  const lines = sheets.wrap(value, FACT, sheets.width - KEY_ROOM)
  sheets.ensure(height)
  sheets.write(name, sheets.left, sheets.y, KEY)
  for (const line of lines) {
    sheets.ensure(height)
    sheets.write(line, sheets.left + KEY_ROOM, sheets.y, FACT)
    sheets.y += height
  }
}

/** The page before an essay: whose it is, about what, when it came; and what is to be said of how it is bound. */
export const drawDivider = (sheets: Sheets, { person, facts }: VolumeEssay, note: string | null): void => {
  sheets.turn()
  sheets.y = 80 * MM
  centred(sheets, person, NAME, { x: sheets.left, width: sheets.width })
  sheets.y += 5 * MM
  sheets.rule(sheets.left, sheets.y, sheets.width)
  sheets.y += 5 * MM
  for (const fact of facts) drawFact(sheets, fact)
  if (note === null) return
  sheets.y += 6 * MM
  for (const line of sheets.wrap(note, NOTE, sheets.width)) {
    sheets.ensure(NOTE.size * SINGLE * 1.2)
    sheets.write(line, sheets.left, sheets.y, NOTE)
    sheets.y += NOTE.size * SINGLE * 1.2
  }
}

/** An essay that is set from its words. */
export const drawText = (sheets: Sheets, paragraphs: readonly string[], rules: PaperRules): void => {
  const style: Style = { face: 'regular', size: rules.sizes.body }
  sheets.turn()
  for (const line of paragraphs.flatMap(text => text.split('\n')))
    if (line.trim() !== '') paragraph(sheets, line.trim(), style, rules)
}
