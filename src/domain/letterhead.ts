import type { Unit, UnitCode } from './unit.ts'

/** Rule sets for administrative papers; their values are in reports/paper-rules.ts. */
export const PAPER_RULE_SETS = ['nghi-dinh-30', 'nghi-dinh-30-co-13'] as const
export type PaperRuleSet = (typeof PAPER_RULE_SETS)[number]

/** What the papers of a unit carry, as typed: asked once, used for every report. */
export interface Letterhead {
  /** null: no body stands above the issuing one. */
  readonly parentBody: string | null
  readonly issuingBody: string
  /** Number of the paper; null: left open for the office's book. */
  readonly number: number | null
  /** Behind the number, as in `BC-LĐLĐ`. */
  readonly symbol: string
  readonly place: string
  /** To whom the paper goes up; none: the line is left out. */
  readonly addressees: readonly string[]
  /** One sentence each, without its semicolon. */
  readonly bases: readonly string[]
  /** Above the signature, as in `TM. BAN THƯỜNG VỤ`, `CHỦ TỊCH`. */
  readonly titles: readonly string[]
  /** null: the name is left open. */
  readonly signer: string | null
  /** Under "Nơi nhận", without dash and semicolon. */
  readonly recipients: readonly string[]
  readonly rules: PaperRuleSet
}

export interface UnitLetterhead extends Letterhead {
  readonly unit: UnitCode
}

/** Abbreviations of unions spelt out, as heads of papers want it. */
const FULL: readonly (readonly [short: RegExp, full: string])[] = [
  [/^Tổng LĐLĐ(?= |$)/, 'Tổng Liên đoàn Lao động'],
  [/^LĐLĐ(?= |$)/, 'Liên đoàn Lao động'],
  [/^CĐCS(?= |$)/, 'Công đoàn cơ sở'],
  [/^CĐ(?= |$)/, 'Công đoàn'],
]

/** "LĐLĐ tỉnh Hưng Yên" → "Liên đoàn Lao động tỉnh Hưng Yên". */
export const formalName = (name: string): string =>
  FULL.reduce((text, [short, full]) => text.replace(short, full), name)

const PLACE = /^(?:LĐLĐ|Liên đoàn Lao động) (?:tỉnh|thành phố|TP\.?|quận|huyện|thị xã) (.+)$/i
/** Where bodies sit whose name has no place. */
const CAPITAL = 'Hà Nội'

/** Of the nearest of the units, from the last upwards, whose name has a place. */
const placeOf = (path: readonly Pick<Unit, 'name'>[]): string =>
  path.map(({ name }) => PLACE.exec(name)?.[1]).findLast(place => place !== undefined) ?? CAPITAL

const symbolOf = ({ name, kind }: Pick<Unit, 'name' | 'kind'>): string => {
  if (kind === 'confederation') return 'BC-TLĐ'
  if (kind === 'grassroots') return 'BC-CĐCS'
  return /^(LĐLĐ|Liên đoàn Lao động) /.test(name) ? 'BC-LĐLĐ' : 'BC-CĐ'
}

/** What stands on the papers of a unit that has told nothing yet. `above` are the units above it, root first. */
export const usualLetterhead = (
  unit: Pick<Unit, 'name' | 'kind'>,
  above: readonly Pick<Unit, 'name'>[],
): Letterhead => {
  const parent = above.at(-1)
  return {
    parentBody: parent === undefined ? null : formalName(parent.name),
    issuingBody: formalName(unit.name),
    number: null,
    symbol: symbolOf(unit),
    place: placeOf([...above, unit]),
    addressees: parent === undefined ? [] : [formalName(parent.name)],
    bases: [],
    titles:
      unit.kind === 'grassroots' ? ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH'] : ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
    signer: null,
    recipients:
      parent === undefined ? ['Ban Thường vụ', 'Lưu: VT'] : ['Như trên', 'Ban Thường vụ', 'Lưu: VT'],
    rules: 'nghi-dinh-30',
  }
}
