/** One letter on a page: where it begins on its baseline, downwards from the top, and how wide and high it is. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** a b c d e f, as PDF writes them. */
type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

const isNumbers = (values: readonly unknown[]): values is readonly number[] =>
  values.every(value => typeof value === 'number')

/** Numbers come one by one, or as one array of them. */
const matrixOf = (args: readonly unknown[]): Matrix | null => {
  const [first] = args
  const list = first instanceof Float32Array ? [...first] : Array.isArray(first) ? first : args
  const [a, b, c, d, e, f] = isNumbers(list) ? list : []
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? null
    : [a, b, c, d, e, f]
}

interface State {
  readonly page: Matrix
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
}

/** A letter as pdf.js hands it on; numbers between letters move the pen. */
interface Shown {
  readonly unicode: string
  /** In thousandths of the size. */
  readonly width: number
  readonly isSpace: boolean
}

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'

type Names = Readonly<Record<string, number>>

/**
 * What a page draws → its letters, each with its place. pdf.js' own text goes by the order of drawing, which is not the
 * order of reading: LibreOffice draws all plain letters of a line and then, from another font, those with marks.
 */
export const glyphsOf = (
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  ops: Names,
  viewport: readonly number[],
): readonly Glyph[] => {
  const glyphs: Glyph[] = []
  let state: State = {
    page: matrixOf(viewport) ?? IDENTITY,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  }
  const saved: State[] = []
  let line = IDENTITY
  let text = IDENTITY

  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (items: readonly unknown[]): void => {
    for (const item of items) {
      if (typeof item === 'number') {
        text = times(text, [1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0])
      } else if (isShown(item)) {
        const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
        const width = (item.width / 1000) * state.size
        const place = times(state.page, times(text, [1, 0, 0, 1, 0, state.rise]))
        const across = Math.hypot(place[0], place[1])
        glyphs.push({
          text: item.unicode,
          x: place[4],
          y: place[5],
          width: width * state.scale * across,
          size: Math.abs(state.size) * Math.hypot(place[2], place[3]),
        })
        text = times(text, [1, 0, 0, 1, (width + spacing) * state.scale, 0])
      }
    }
  }

  for (const [at, op] of fnArray.entries()) {
    const given = argsArray[at]
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    const [first, second] = args
    const x = typeof first === 'number' ? first : 0
    const y = typeof second === 'number' ? second : 0
    if (op === ops['save']) saved.push(state)
    else if (op === ops['restore'] || op === ops['paintFormXObjectEnd']) state = saved.pop() ?? state
    else if (op === ops['paintFormXObjectBegin']) {
      saved.push(state)
      state = { ...state, page: times(state.page, matrixOf([first]) ?? IDENTITY) }
    } else if (op === ops['transform'])
      state = { ...state, page: times(state.page, matrixOf(args) ?? IDENTITY) }
    else if (op === ops['beginText']) line = text = IDENTITY
    else if (op === ops['setTextMatrix']) line = text = matrixOf(args) ?? IDENTITY
    else if (op === ops['moveText']) move(x, y)
    else if (op === ops['setLeadingMoveText']) {
      state = { ...state, leading: -y }
      move(x, y)
    } else if (op === ops['nextLine']) move(0, -state.leading)
    else if (op === ops['setLeading']) state = { ...state, leading: x }
    else if (op === ops['setFont']) state = { ...state, size: y }
    else if (op === ops['setCharSpacing']) state = { ...state, charSpacing: x }
    else if (op === ops['setWordSpacing']) state = { ...state, wordSpacing: x }
    else if (op === ops['setHScale']) state = { ...state, scale: x / 100 }
    else if (op === ops['setTextRise']) state = { ...state, rise: x }
    else if (op === ops['showText'] && Array.isArray(first)) show(first)
  }
  return glyphs
}
