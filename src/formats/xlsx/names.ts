const MAX_SHEET_NAME = 31

/** The beginning of a text, never half a character. */
const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')

/** Names a sheet once: without what Excel forbids, and not longer than it takes. */
export const sheetNames = (): ((title: string) => string) => {
  const taken = new Set<string>()
  return title => {
    const safe = title.replaceAll(/[[\]:*?/\\]/g, '-').replaceAll(/^'|'$/g, '’')
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : ` (${count})`
      const name = cut(safe, MAX_SHEET_NAME - tail.length) + tail
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

/** 0 → `A`, 26 → `AA`. */
export const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
