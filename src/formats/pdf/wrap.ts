type Measure = (text: string) => number

/** What of a word fits into so much room, at least one character. */
const headOf = (word: string, widthOf: Measure, room: number): string => {
  let head = ''
  for (const character of word) {
    if (head !== '' && widthOf(head + character) > room) return head
    head += character
  }
  return head
}

/** A word in pieces that fit: itself, as a rule. The first piece may have less room. */
const piecesOf = (word: string, widthOf: Measure, first: number, width: number): readonly string[] => {
  const pieces: string[] = []
  let rest = word
  while (rest !== '' && widthOf(rest) > (pieces.length === 0 ? first : width)) {
    const head = headOf(rest, widthOf, pieces.length === 0 ? first : width)
    pieces.push(head)
    rest = rest.slice(head.length)
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}

/** Text → lines no wider than the width, the first one shorter by the indent. A word that is wider is broken. */
export const wrapWords = (text: string, widthOf: Measure, width: number, indent = 0): readonly string[] => {
  const space = widthOf(' ')
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    const room = (): number => width - (lines.length === 0 ? indent : 0)
    const words: string[] = []
    let used = 0
    for (const word of paragraph.split(' ')) {
      const size = widthOf(word)
      if (words.length > 0 && used + space + size <= room()) {
        words.push(word)
        used += space + size
        continue
      }
      if (words.length > 0) lines.push(words.splice(0).join(' '))
      const pieces = size <= room() ? [word] : piecesOf(word, widthOf, room(), width)
      lines.push(...pieces.slice(0, -1))
      const last = pieces.at(-1) ?? ''
      words.push(last)
      used = widthOf(last)
    }
    lines.push(words.join(' '))
  }
  return lines
}
