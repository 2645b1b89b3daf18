import { z } from 'zod'
import { type Letterhead, PAPER_RULE_SETS } from '../../../../domain/letterhead.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { letterheadShape } from '../../../../wire/letterhead.ts'
import { issuesOf } from '../../../mount.ts'
import type { LetterheadWords } from './words.ts'

const text = z.string().max(5000)

/** As typed: lists have a line for each entry, what is empty is not there. */
export const letterheadForm = z.object({
  parentBody: text,
  issuingBody: text,
  number: text,
  symbol: text,
  place: text,
  addressees: text,
  bases: text,
  titles: text,
  signer: text,
  recipients: text,
  rules: z.enum(PAPER_RULE_SETS),
})
export type Typed = z.output<typeof letterheadForm>

export const typedOf = ({ number, parentBody, signer, ...letterhead }: Letterhead): Typed => ({
  ...letterhead,
  parentBody: parentBody ?? '',
  number: number === null ? '' : String(number),
  addressees: letterhead.addressees.join('\n'),
  bases: letterhead.bases.join('\n'),
  titles: letterhead.titles.join('\n'),
  signer: signer ?? '',
  recipients: letterhead.recipients.join('\n'),
})

const linesOf = (typed: string): readonly string[] => typed.split(/\r?\n/).filter(line => line.trim() !== '')
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)

/** Of an entry of a list the whole list is to be looked at. */
const atField = ({ code, details, at }: Problem): Problem => problem(code, details, at?.replace(/\/\d+$/, ''))

/** What was typed → the letterhead, or what is wrong at which field. */
export const letterheadOf = (typed: Typed, words: LetterheadWords): Result<Letterhead> => {
  const number = orNull(typed.number)
  if (number !== null && !/^\s*\d+\s*$/.test(number))
    return refuse(problem('input-not-valid', { reason: words.numberNeeded }, 'body/number'))
  const parsed = letterheadShape.safeParse({
    ...typed,
    parentBody: orNull(typed.parentBody),
    number: number === null ? null : Number(number),
    addressees: linesOf(typed.addressees),
    bases: linesOf(typed.bases),
    titles: linesOf(typed.titles),
    signer: orNull(typed.signer),
    recipients: linesOf(typed.recipients),
  })
  if (parsed.success) return ok(parsed.data)
  const [first = problem('input-not-valid'), ...more] = issuesOf(parsed.error, 'body').map(atField)
  return refuse(first, ...more)
}
