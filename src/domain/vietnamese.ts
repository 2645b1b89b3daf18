/** NFC, no control or zero-width characters, single spaces, trimmed: how every text enters the system. */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    // oxlint-disable-next-line no-control-regex -- removing them is the point
    .replaceAll(/[\s\u0000-\u001F\u007F\u00A0]+/g, ' ')
    .trim()

/** For search and matching: no diacritics, no case, `đ` equals `d`. */
export const fold = (text: string): string =>
  clean(text).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
/** Dictionary order of the tones: ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

const syllableKey = (syllable: string): string => {
  let letters = ''
  let tone = 0
  for (const char of syllable.toLowerCase().normalize('NFD')) {
    const mark = TONES.indexOf(char)
    if (mark >= 0) tone = mark + 1
    else letters += char
  }
  // The letters' own hats and horns stay with them: recomposing gives ă, â, đ … as single characters.
  const ranks = [...letters.normalize('NFC')].map(char => {
    const rank = LETTERS.indexOf(char)
    return rank < 0 ? `~${char}` : String.fromCharCode(65 + rank)
  })
  return `${ranks.join('')}${tone}`
}

/** A key whose plain binary order is Vietnamese dictionary order, syllable by syllable: for names of units. */
export const textKey = (text: string): string => clean(text).split(' ').map(syllableKey).join(' ')

/**
 * A key whose plain binary order is the order of a Vietnamese roster: given name, then middle, then family name, each
 * compared syllable by syllable, letters before tones. (`Intl.Collator('vi')` on the whole string puts "Hạ Long"
 * before "Hà Nam".)
 */
export const nameKey = (name: string): string => {
  const [family = '', ...middle] = clean(name).split(' ')
  const given = middle.pop()
  const parts = given === undefined ? [family] : [given, middle.join(' '), family]
  // A tab is less than a space: a middle name that ends comes before one that goes on.
  return parts.map(textKey).join('\t')
}

/** "Nguyễn Thị Thắm" → "N. T. Thắm": enough for its owner to know it, too little for anybody else. */
export const maskName = (name: string): string => {
  const syllables = clean(name).split(' ')
  const given = syllables.pop() ?? ''
  return [...syllables.map(s => `${[...s][0]}.`), given].join(' ')
}

const CAPITALS_ONLY = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u

/** A name typed in capitals only is given its usual form; any other is kept as typed. */
export const personName = (typed: string): string => {
  const name = clean(typed)
  if (!CAPITALS_ONLY.test(name)) return name
  return name
    .toLowerCase()
    .replaceAll(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
}

/** As it begins a sentence. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
