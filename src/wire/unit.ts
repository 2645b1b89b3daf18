import { z } from 'zod'
import { UNIT_KINDS } from '../domain/unit.ts'
import { line, unitCode } from './campaign.ts'

const day = z.iso.date('cần một ngày có thật, dạng 2018-12-06')
const none = z.literal('').transform(() => null)

/** `a|b|c` → the list; empty → none. */
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform(text => (text === '' ? [] : text.split('|')))
    .pipe(z.array(item))

/** One line of `config/units/*.csv`; every column is text. */
export const unitLine = z.object({
  code: unitCode,
  name: line(200),
  kind: z.enum(UNIT_KINDS, `loại đơn vị là một trong: ${UNIT_KINDS.join(', ')}`),
  parent: z.union([none, unitCode], 'mã đơn vị cấp trên không đúng dạng'),
  validFrom: z.union([none, day], 'cần một ngày có thật, dạng 2018-12-06, hoặc để trống'),
  validTo: z.union([none, day], 'cần một ngày có thật, dạng 2018-12-06, hoặc để trống'),
  predecessors: listOf(unitCode),
  aliases: listOf(line(200)),
})
