import type { Campaign, TopicCode } from '../campaign.ts'
import type { Word } from './words.ts'

export interface FoundTopics {
  readonly topics: readonly TopicCode[]
  /** Something was said of topics that can be read in two ways: `CD1-3`. */
  readonly isUnclear: boolean
}

type Topics = Pick<Campaign, 'topics'>

/** What stands before numbers of topics; longest first, so that `bài thu hoạch 2` is not read as `thu hoạch 2`. */
const KEYS = [
  'bai thu hoach chuyen de so',
  'bai thu hoach chuyen de',
  'bai thu hoach so',
  'bai thu hoach',
  'chuyen de so',
  'chuyen de',
  'thu hoach so',
  'thu hoach',
  'chu de so',
  'chu de',
  'bai viet so',
  'bai viet',
  'bai so',
  'bai',
  'bth',
  'cd so',
  'cd',
].map(key => key.split(' '))
/** After these a number may also be a word: `chuyên đề hai`, `chuyên đề IV`. */
const SPELLS = /(chuyende|chude|so|cd)$/
const SPELLED: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
}
/** `nam` without its hat is a name as often as a number. */
const FIVE = 'năm'
const ALL = ['ca', 'du', 'tat ca', 'toan bo', 'tron ven']

const isClose = (gap: string): boolean => /^[\s_.\-–—:(]*$/.test(gap)

/** How many words from there on are this key, written apart or in one; 0: none. */
const keyAt = (words: readonly Word[], at: number, key: readonly string[]): number => {
  const joined = key.join('')
  let text = ''
  for (let n = 0; at + n < words.length && text.length < joined.length; n += 1) {
    const word = words[at + n]
    if (word === undefined || word.isNumber || (n > 0 && !isClose(word.gap))) return 0
    text += word.text
    if (text === joined) return n + 1
  }
  return 0
}

const numberOf = (word: Word | undefined, mayBeSpelled: boolean): number | null => {
  if (word === undefined) return null
  if (word.isNumber) return /^0?\d{1,2}$/.test(word.text) ? Number(word.text) : null
  if (!mayBeSpelled) return null
  return word.exact === FIVE ? 5 : (SPELLED[word.text] ?? null)
}

type Joint = 'list' | 'range' | 'unclear' | 'none'

/** What joins a number with the one before it, and how many words that takes. */
const jointAt = (words: readonly Word[], at: number): readonly [Joint, number] => {
  const word = words[at]
  if (word === undefined) return ['none', 0]
  if (['va', 'and', 'voi'].includes(word.text)) return ['list', 1]
  if (['den', 'toi'].includes(word.text)) return ['range', 1]
  if (!word.isNumber) return ['none', 0]
  if (/^\s*[,;+&/]\s*$/.test(word.gap)) return ['list', 0]
  if (/^\s*[-–—]\s*$/.test(word.gap)) return ['unclear', 0]
  return /^[\s_.]+$/.test(word.gap) ? ['unclear', 0] : ['none', 0]
}

interface Numbers {
  readonly numbers: readonly number[]
  readonly isUnclear: boolean
  readonly end: number
}

/** The numbers behind a key: `1, 3`, `1 và 3`, `1 đến 3`. */
const numbersAt = (words: readonly Word[], start: number, last: number, spelled: boolean): Numbers | null => {
  const first = numberOf(words[start], spelled)
  if (first === null || first < 1 || first > last || !isClose(words[start]?.gap ?? '')) return null
  const numbers = [first]
  let unclear = 0
  let at = start + 1
  for (;;) {
    const [joint, taken] = jointAt(words, at)
    const next = joint === 'none' ? null : numberOf(words[at + taken], spelled)
    const before = numbers.at(-1) ?? first
    if (next === null || next < 1 || next > last) break
    if (joint === 'range') for (let n = before + 1; n < next; n += 1) numbers.push(n)
    // `1-2`: a list and a range say the same.
    const isSame = joint === 'unclear' && next === before + 1 && /[-–—]/.test(words[at]?.gap ?? '')
    if (joint === 'unclear' && !isSame) unclear += 1
    numbers.push(next)
    at += taken + 1
  }
  // `1 2 3` counts; of two numbers side by side the second may be anything.
  const counts = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  return { numbers, isUnclear: unclear > 0 && !(numbers.length > 2 && counts), end: at }
}

const allAt = (words: readonly Word[], at: number, count: number): boolean => {
  const taken = Math.max(...ALL.map(all => keyAt(words, at, all.split(' '))))
  const number = words[at + taken]
  const spelled = number === undefined ? null : number.text === 'nam' ? 5 : numberOf(number, true)
  const isCounted = spelled === count
  // `5 chuyên đề`, `cả năm chuyên đề`, `tất cả chuyên đề`; but `Nam chuyên đề 2` is about the second.
  if (taken === 0 && !(isCounted && number?.isNumber === true)) return false
  const key = at + taken + (isCounted ? 1 : 0)
  const length = Math.max(
    ...['chuyen de', 'chu de', 'bai', 'cd', 'cac chuyen de'].map(k => keyAt(words, key, k.split(' '))),
  )
  return length > 0 && words[key + length]?.isNumber !== true
}

/** The topics that a name speaks of, in the campaign's order. */
export const topicsIn = (words: readonly Word[], { topics }: Topics): FoundTopics => {
  const codes = topics.map(({ code }) => code)
  const found = new Set<TopicCode>()
  const isNumbered = codes.includes('CD1')
  const add = (n: number): void => {
    const code = isNumbered ? codes.find(one => one === `CD${n}`) : codes[n - 1]
    if (code !== undefined) found.add(code)
  }
  let isUnclear = false
  for (let at = 0; at < words.length; ) {
    if (allAt(words, at, codes.length)) return { topics: codes, isUnclear: false }
    const key = KEYS.find(one => keyAt(words, at, one) > 0)
    const length = key === undefined ? 0 : keyAt(words, at, key)
    const numbers =
      key === undefined ? null : numbersAt(words, at + length, codes.length, SPELLS.test(key.join('')))
    if (numbers === null) {
      at += 1
      continue
    }
    if (numbers.isUnclear) isUnclear = true
    else numbers.numbers.forEach(add)
    at = numbers.end
  }
  return { topics: isUnclear ? [] : codes.filter(code => found.has(code)), isUnclear }
}
