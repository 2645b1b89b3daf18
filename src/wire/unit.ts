import { z } from 'zod'
import { UNIT_KINDS } from '../domain/unit.ts'
import { line, unitCode } from './campaign.ts'

export const day = z.iso.date('cần một ngày có thật, dạng 2018-12-06')
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

const days = { validFrom: day.nullable().optional(), validTo: day.nullable().optional() }

/** POST /units; without a code one is made of the name, without a kind the usual one there. */
export const newUnit = z.object({
  parent: unitCode,
  name: line(200),
  code: unitCode.optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  ...days,
  aliases: z.array(line(200)).max(50).default([]),
})

/** PATCH: what is not given stays. */
export const unitPatch = z.object({
  name: line(200).optional(),
  aliases: z.array(line(200)).max(50).optional(),
  ...days,
})

/** One that is there by its code, or a new one by its name. */
const successor = z.union(
  [z.object({ code: unitCode }).strict(), z.object({ name: line(200) }).strict()],
  'cần code (đơn vị đã có) hoặc name (đơn vị mới)',
)

const common = { lastDay: day, dryRun: z.boolean().default(false) }

export const merger = z.object({
  units: z.array(unitCode).min(1, 'cần ít nhất một đơn vị').max(50),
  successor,
  ...common,
})

const part = z.int().min(0).max(50)

export const split = z.object({
  unit: unitCode,
  parts: z.array(successor).min(2, 'cần ít nhất hai phần').max(50),
  people: z
    .record(z.string().max(60), part)
    .default({})
    .meta({ description: 'Cadre → number of his part, from 0; who is not named goes to the first' }),
  children: z.record(unitCode, part).default({}),
  ...common,
})
