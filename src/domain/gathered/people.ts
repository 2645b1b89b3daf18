import { receiptCode } from '../receipt.ts'
import { fold, textKey } from '../vietnamese.ts'
import { joined, type RosterIndex, type Somebody } from './roster.ts'
import type { Word } from './words.ts'

const MAX_WORDS = 8

interface Span {
  readonly from: number
  /** Behind the last word. */
  readonly to: number
  readonly people: readonly Somebody[]
}

/** Every run of words that is a key of the index when it is written in one. */
const spansIn = (
  words: readonly Word[],
  index: ReadonlyMap<string, readonly Somebody[]>,
  mayHoldNumbers: boolean,
): readonly Span[] => {
  const spans: Span[] = []
  for (let from = 0; from < words.length; from += 1) {
    let text = ''
    for (let to = from; to < Math.min(words.length, from + MAX_WORDS); to += 1) {
      const word = words[to]
      if (word === undefined || (word.isNumber && !mayHoldNumbers)) break
      text += word.text
      const people = index.get(text)
      if (people !== undefined) spans.push({ from, to: to + 1, people })
    }
  }
  return spans
}

/** Names within longer names are none: `Trần Thị Hà` in `Trần Thị Hà Anh`. */
const longest = (spans: readonly Span[]): readonly Span[] =>
  spans.filter(
    span =>
      !spans.some(
        other =>
          other !== span &&
          other.from <= span.from &&
          other.to >= span.to &&
          other.to - other.from > span.to - span.from,
      ),
  )

/** Those whose name is spelled as it stands there, if the diacritics tell; else all. */
const spelledAlike = (words: readonly Word[], { from, to, people }: Span): readonly Somebody[] => {
  const said = words.slice(from, to)
  if (said.every(({ exact, text }) => exact === text)) return people
  const key = said.map(({ exact }) => textKey(exact)).join('')
  const same = people.filter(({ name }) => name.split(' ').map(textKey).join('') === key)
  return same.length > 0 ? same : people
}

const distinct = (people: readonly Somebody[]): readonly Somebody[] => [...new Set(people)]

/** Everybody whose whole name stands there. */
export const namedIn = (words: readonly Word[], { names }: RosterIndex): readonly Somebody[] =>
  distinct(longest(spansIn(words, names, false)).flatMap(span => spelledAlike(words, span)))

export const codedIn = (words: readonly Word[], { codes }: RosterIndex): readonly Somebody[] =>
  distinct(longest(spansIn(words, codes, true)).flatMap(({ people }) => people))

/** Those whose name ends as some words there: too little to be sure, enough to offer. */
export const resembling = (words: readonly Word[], { endings }: RosterIndex): readonly Somebody[] =>
  distinct(spansIn(words, endings, false).flatMap(({ people }) => people))

/** `5 chuyên đề`: a number of topics, not of a person. */
const countsTopics = ([, key, ...rest]: readonly Word[]): boolean =>
  key !== undefined &&
  ['chuyen', 'chuyende', 'bai'].includes(key.text) &&
  !rest.slice(0, 2).some(({ isNumber }) => isNumber)

/** `STT 12`, or the number that the name begins with. */
export const numberedIn = (words: readonly Word[], { people }: RosterIndex): Somebody | null => {
  const said = words.findIndex(({ text }, i) => text === 'stt' && words[i + 1]?.isNumber === true)
  const word = words[said + 1]
  if (word?.isNumber !== true || word.text.length > 4) return null
  return said < 0 && countsTopics(words) ? null : (people[Number(word.text) - 1] ?? null)
}

/** Of several, those whose unit the folders name: `Văn Lâm/…`. */
export const inUnitOf = (people: readonly Somebody[], folders: readonly string[]): readonly Somebody[] => {
  const places = folders.map(joined).filter(text => text.length > 3)
  const there = people.filter(({ unit }) =>
    places.some(place => joined(unit).endsWith(place) || place.includes(joined(unit))),
  )
  return there.length > 0 ? there : people
}

const REFERENCE = /CB[\s_.-]*([A-Z0-9]{4})[\s_.-]*([A-Z0-9]{4})/gi

/** Those whose slip's reference stands in the path, and the path without it: its letters are no name and no topic. */
export const referredIn = (
  path: string,
  { references }: RosterIndex,
): { readonly people: readonly Somebody[]; readonly rest: string } => {
  const people: Somebody[] = []
  const rest = path.replaceAll(REFERENCE, (found, first: string, second: string) => {
    const meant = references.get(`CB-${first}-${second}`.toUpperCase())
    people.push(...(meant ?? []))
    return meant === undefined ? found : ' '
  })
  return { people: distinct(people), rest }
}

const RECEIPT = /TH[\s_.-]*(?:[A-Z0-9]{4}[\s_.-]*){3}/gi

/** Receipt codes that stand in a path. */
export const receiptsIn = (path: string): readonly string[] =>
  [...fold(path).toUpperCase().matchAll(RECEIPT)].flatMap(([found]) => receiptCode(found) ?? [])
