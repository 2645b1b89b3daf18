import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Tinos has the metrics of Times New Roman and every Vietnamese letter; the fonts built into PDF have not. */
const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const

export type Face = keyof typeof FILES
export const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const satisfies readonly Face[]

export const fontPath = (face: Face): string => require.resolve(`@expo-google-fonts/tinos/${FILES[face]}`)

const read = new Map<Face, Buffer>()

/** The whole font; what a document does not use is left out of it when it is written. */
export const fontBytes = (face: Face): Buffer => {
  const known = read.get(face)
  if (known !== undefined) return known
  const bytes = readFileSync(fontPath(face))
  read.set(face, bytes)
  return bytes
}
