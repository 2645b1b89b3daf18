import { z } from 'zod'
import { clean } from '../domain/vietnamese.ts'

/** A few sentences: NFC, with line breaks as `\n`; nothing but spaces is null. */
export const note = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max, `dài quá ${max} ký tự`))
    .transform(text => (text === '' ? null : text))

/** Paragraphs with an empty line between them; nothing else of a text's layout is kept. */
export const paragraphs = (max: number) =>
  note(max).transform(
    text =>
      text &&
      text
        .split(/\n\s*\n/)
        .map(clean)
        .filter(part => part !== '')
        .join('\n\n'),
  )
