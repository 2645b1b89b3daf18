import { XML_HEAD, xmlText } from '../xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Every text once, numbered as cells name it; written when all cells are. */
export const stringBook = () => {
  const ids = new Map<string, number>()
  let uses = 0
  return {
    idOf(text: string): number {
      uses += 1
      const known = ids.get(text)
      if (known !== undefined) return known
      ids.set(text, ids.size)
      return ids.size - 1
    },
    *xml(): Generator<string> {
      yield `${XML_HEAD}<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${ids.size}">`
      for (const text of ids.keys()) yield `<si><t xml:space="preserve">${xmlText(text)}</t></si>`
      yield '</sst>'
    },
  }
}

export type StringBook = ReturnType<typeof stringBook>
