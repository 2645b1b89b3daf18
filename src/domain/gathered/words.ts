import { fold } from '../vietnamese.ts'

/** A run of letters or of digits in a name. */
export interface Word {
  /** Folded. */
  readonly text: string
  /** NFC, lower case, with its diacritics. */
  readonly exact: string
  readonly isNumber: boolean
  /** What stands between it and the word before: spaces, `_`, `-`, `,` … ; empty: letters meet digits there. */
  readonly gap: string
}

const EXTENSION = /\.[a-z0-9]{1,5}$/i
/** What browsers and desktops put behind the name of a copy. */
const COPY = /(?:\s*\(\d{1,2}\)|\s*-\s*(?:copy|bản sao|ban sao)|\s*-\s*(?:copy|bản sao|ban sao)\s*\(\d+\))$/i

/** `NguyenVanA` → `Nguyen Van A`: but `CD` and `LĐLĐ` stay whole. */
const CAMEL = /(\p{Ll})(\p{Lu})/gu

export const withoutExtension = (name: string): string => name.replace(EXTENSION, '')

/** A name as it came (NFC or NFD, with `_`, in one word) → its words. */
export const wordsOf = (name: string): readonly Word[] => {
  const plain = name.normalize('NFC').replace(COPY, '').replaceAll(CAMEL, '$1 $2')
  const words: Word[] = []
  let end = 0
  for (const match of plain.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)) {
    const [found] = match
    const gap = plain.slice(end, match.index)
    end = match.index + found.length
    // `nguyenvanacd1`: the topic is written onto the name.
    const glued = /^(.{6,})(cd|cđ)$/iu.exec(found)
    const parts = glued !== null && /\d/.test(plain.charAt(end)) ? glued.slice(1) : [found]
    parts.forEach((part, i) => {
      words.push({
        text: fold(part),
        exact: part.toLowerCase(),
        isNumber: /^\d/.test(part),
        gap: i === 0 ? gap : '',
      })
    })
  }
  return words
}
