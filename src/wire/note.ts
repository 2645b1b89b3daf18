import { z } from 'zod'

/** A few sentences: NFC, with line breaks as `\n`; nothing but spaces is null. */
export const note = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max, `dài quá ${max} ký tự`))
    .transform(text => (text === '' ? null : text))
