import { z } from 'zod'
import { continueBulk } from '../../../../commands/change-people.ts'
import { undoBulk } from '../../../../commands/undo-bulk.ts'
import type { Bulk } from '../../../../domain/bulk.ts'
import { mapResult, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect } from '../../page.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { fieldsOf, filterShape, type ListFilter, listPath } from '../people/filter.ts'
import { ACCESS, LeftOutLines } from './frame.tsx'
import { bulkPath } from './paths.ts'
import { type SelectionWords, WORDS } from './words.ts'

interface NoteProps {
  readonly bulk: Bulk
  readonly filter: ListFilter
  readonly csrf: string
  readonly language: Language
  readonly shared: SharedWords
}

const told = ({ bulk, language, shared }: NoteProps, words: SelectionWords): string => {
  const { change, changed, undoneAt } = bulk
  const people = numberIn(changed, language)
  if (changed === 0) return words.changedNobody
  if (change.kind === 'extension')
    return undoneAt === null
      ? words.extend.done(people, momentIn(change.dueAt, shared))
      : words.extend.undone(people)
  return undoneAt === null ? words.exempt.done(people) : words.exempt.undone(people)
}

/** What became of many people at once, above the list they were chosen from; it can be undone there. */
export const BulkNote = (props: NoteProps) => {
  const { bulk, filter, csrf, language } = props
  const { id, campaign, leftOut, done, enrolments, undoneAt } = bulk
  const words = WORDS[language]
  const isOpen = done < enrolments.length && undoneAt === null
  const left = (['exempt', 'complete', 'later', 'gone'] as const).flatMap(reason =>
    leftOut[reason] === 0 ? [] : [{ reason, people: leftOut[reason], names: [] }],
  )
  const path = (deed: 'hoan-tac' | 'tiep-tuc') => bulkPath(campaign, id, deed, fieldsOf(filter))
  return (
    <div class={isOpen ? 'note soon no-print' : 'note good no-print'} role="status">
      <p>{told(props, words)}</p>
      {left.length === 0 ? null : (
        <ul class="plain small">
          <LeftOutLines survey={{ leftOut: left }} language={language} words={words} />
        </ul>
      )}
      {isOpen ? (
        <p>{words.unfinished(numberIn(done, language), numberIn(enrolments.length, language))}</p>
      ) : null}
      {undoneAt !== null || bulk.changed === 0 ? null : (
        <div class="row">
          {isOpen ? (
            <Form action={path('tiep-tuc')} csrf={csrf}>
              <button type="submit" class="link-button">
                {words.goOn}
              </button>
            </Form>
          ) : null}
          <Form action={path('hoan-tac')} csrf={csrf}>
            <button type="submit" class="link-button">
              {words.undo}
            </button>
          </Form>
        </div>
      )}
    </div>
  )
}

const params = z.object({ c: campaignCode, b: z.string().min(1).max(60) })
const query = z.object(filterShape)

export const bulkPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'post',
    path: '/dot/:c/chua-nop/viec/:b/hoan-tac',
    access: ACCESS,
    params,
    query,
    handle: async ({ actor, params, query, now }): Promise<Result<Redirect>> =>
      mapResult(await undoBulk(ports)(actor, params.c, params.b, now), ({ id }) => ({
        redirect: listPath(params.c, query, { viec: id }),
      })),
  }),
  page({
    method: 'post',
    path: '/dot/:c/chua-nop/viec/:b/tiep-tuc',
    access: ACCESS,
    params,
    query,
    handle: async ({ actor, params, query }): Promise<Result<Redirect>> =>
      mapResult(await continueBulk(ports)(actor, params.c, params.b), ({ id }) => ({
        redirect: listPath(params.c, query, { viec: id }),
      })),
  }),
]
