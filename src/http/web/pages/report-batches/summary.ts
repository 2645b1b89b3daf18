import type { ReportBatch } from '../../../../domain/report-batch.ts'
import { numberIn } from '../../parts/figures.tsx'
import type { Language } from '../../words.ts'
import type { ReportBatchesWords } from './words.ts'

/** How many are done, and what became of the others. */
export const summaryOf = (
  { states }: Pick<ReportBatch, 'states'>,
  words: ReportBatchesWords,
  language: Language,
): string => {
  const count = Object.values(states).reduce((sum, number) => sum + number, 0)
  const others = [
    [states.running, words.running],
    [states.failed, words.failed],
    [states.cancelled, words.cancelledOf],
  ] as const
  return [
    words.done(numberIn(states.done, language), numberIn(count, language)),
    ...others.flatMap(([number, say]) => (number === 0 ? [] : [say(numberIn(number, language))])),
  ].join('; ')
}
