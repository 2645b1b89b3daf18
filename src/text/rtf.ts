import { paragraphWriter } from './paragraphs.ts'
import { stop } from './stop.ts'

/** A control word with its number, a control sign (`\'hh` with its byte), a brace, or plain text. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu

/** Groups whose text is not the essay's. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc annotation xe tc'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set(['par', 'sect', 'page', 'row', 'cell', 'nestcell', 'nestrow'])
const SIGNS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00A0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
/** Of a font: which set of letters its bytes are. */
const VIETNAMESE_CHARSET = 163

interface Group {
  readonly isSkipped: boolean
  readonly inFonts: boolean
  /** Signs after a `\u` that only old readers need. */
  readonly fallback: number
  readonly codePage: string
}

const decoderFor = (codePage: string): TextDecoder => {
  try {
    return new TextDecoder(codePage)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** The text of a Rich Text document: letters as `\u` numbers or as bytes in the code page of their font. */
export const rtfText = async (bytes: Buffer): Promise<readonly string[]> => {
  const source = bytes.toString('latin1')
  if (!source.startsWith('{\\rtf')) throw stop('damaged')
  const writer = paragraphWriter()
  const fonts = new Map<number, string>()
  const stack: Group[] = []
  let group: Group = { isSkipped: false, inFonts: false, fallback: 1, codePage: 'windows-1252' }
  let font = 0
  let toSkip = 0
  let pending: number[] = []

  const flush = (): void => {
    if (pending.length > 0) writer.add(decoderFor(group.codePage).decode(Uint8Array.from(pending)))
    pending = []
  }
  const put = (text: string): void => {
    if (group.isSkipped) return
    flush()
    writer.add(text)
  }
  const literal = (text: string): void => {
    const skipped = Math.min(toSkip, text.length)
    toSkip -= skipped
    put(text.slice(skipped))
  }
  const word = (name: string, number: number | null): void => {
    if (SKIPPED.has(name)) group = { ...group, isSkipped: true, inFonts: name === 'fonttbl' }
    else if (name === 'f' && group.inFonts) font = number ?? 0
    else if (name === 'fcharset' && group.inFonts && number === VIETNAMESE_CHARSET)
      fonts.set(font, 'windows-1258')
    else if (name === 'f' || name === 'plain') {
      flush()
      const codePage = fonts.get(number ?? 0) ?? stack[0]?.codePage ?? group.codePage
      group = { ...group, codePage: codePage }
    } else if (name === 'ansicpg') {
      group = { ...group, codePage: `windows-${number}` }
      stack.splice(0, 1, group)
    } else if (name === 'uc') group = { ...group, fallback: number ?? 1 }
    else if (name === 'u' && number !== null) {
      put(String.fromCharCode(number < 0 ? number + 65_536 : number))
      toSkip = group.fallback
    } else if (PARAGRAPHS.has(name) && !group.isSkipped) {
      flush()
      writer.end()
    } else if (SIGNS[name] !== undefined) put(SIGNS[name])
  }

  for (const [, name, number, byte, sign, brace, text] of source.matchAll(TOKEN)) {
    if (brace === '{') {
      flush()
      stack.push(group)
      toSkip = 0
    } else if (brace === '}') {
      flush()
      group = stack.pop() ?? group
      toSkip = 0
    } else if (name !== undefined) word(name, number === undefined ? null : Number(number))
    else if (byte !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!group.isSkipped) pending.push(Number.parseInt(byte, 16))
    } else if (sign === '*') group = { ...group, isSkipped: true }
    else if (sign === '\n' || sign === '\r') word('par', null)
    else if (sign !== undefined && SIGNS[sign] !== undefined) literal(SIGNS[sign])
    else if (text !== undefined) literal(text)
  }
  flush()
  return writer.all()
}
