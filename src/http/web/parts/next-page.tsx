import type { SharedWords } from '../words.ts'

/** Onwards in a list, and back to its beginning. */
export const NextPage = ({
  next,
  first,
  words,
}: {
  /** null: this is the last page. */
  readonly next: string | null
  /** null: this is the first page. */
  readonly first: string | null
  readonly words: SharedWords
}) =>
  next === null && first === null ? null : (
    <nav class="row no-print" aria-label={words.pages}>
      {next === null ? null : (
        <a class="button second" href={next} rel="next">
          {words.nextPage}
        </a>
      )}
      {first === null ? null : (
        <a class="touch" href={first}>
          {words.firstPage}
        </a>
      )}
    </nav>
  )
