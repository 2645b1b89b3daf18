import { z } from 'zod'
import type { Campaign } from '../../../../domain/campaign.ts'
import { REPORT_FORMATS } from '../../../../domain/report-format.ts'
import { CUTOFFS } from './form.tsx'
import type { ReportsWords } from './words.ts'

const format = z.enum(REPORT_FORMATS)

/** Of a form that asks for reports, as it is sent. */
export const wantedFields = {
  key: z.string().regex(/^[0-9a-f]{24}$/),
  formats: z.union([format.transform(one => [one]), z.array(format)]).default([]),
  cutoff: z.enum(CUTOFFS),
  at: z.string().max(40).default(''),
}

/** null: now; undefined: no moment, or one that has not come. It is typed in Hanoi's time. */
const cutoffOf = (
  { cutoff, at }: { readonly cutoff: (typeof CUTOFFS)[number]; readonly at: string },
  { dueAt, closesAt }: Pick<Campaign, 'dueAt' | 'closesAt'>,
  now: Date,
): Date | null | undefined => {
  const moments = { now: null, due: dueAt, closes: closesAt, other: new Date(`${at}:00+07:00`) }
  const moment = moments[cutoff]
  return moment === null || moment <= now ? moment : undefined
}

/** What was typed → which files, as of when. */
export const wantedOf = (words: ReportsWords, campaign: Pick<Campaign, 'dueAt' | 'closesAt'>, now: Date) =>
  z
    .object({ formats: z.array(format).min(1, words.formatsNeeded), cutoff: z.enum(CUTOFFS), at: z.string() })
    .transform(({ formats, ...typed }, context) => {
      const cutoff = cutoffOf(typed, campaign, now)
      if (cutoff !== undefined) return { formats, cutoff }
      context.addIssue({ code: 'custom', path: ['at'], message: words.atNeeded })
      return z.NEVER
    })
