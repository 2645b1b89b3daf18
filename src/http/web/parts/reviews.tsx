import type { EssayVersion } from '../../../domain/essay.ts'
import type { SharedWords } from '../words.ts'
import { momentIn } from './moment.tsx'
import { EssayTag } from './tag.tsx'

/** What readers said of a version, the newest first. The writer is told what, not by whom. */
export const Reviews = ({
  version: { reviews = [] },
  withNames,
  words,
}: {
  readonly version: Pick<EssayVersion, 'reviews'>
  readonly withNames: boolean
  readonly words: SharedWords
}) =>
  reviews.length === 0 ? null : (
    <ol class="plain stack-close">
      {[...reviews].reverse().map(({ id, verdict, note, dueAt, at, byName }) => (
        <li key={id} class={verdict === 'returned' ? 'note bad' : 'note good'}>
          <p class="row">
            <EssayTag state={verdict} words={words} /> {momentIn(at, words)}
            {withNames ? `, ${byName}` : null}
          </p>
          {note === null ? null : <p class="kept-lines">{note}</p>}
          {dueAt === null ? null : <p>{words.rewriteBy(momentIn(dueAt, words))}</p>}
        </li>
      ))}
    </ol>
  )
