import type { EssayVersion } from '../../../domain/essay.ts'
import type { Language, SharedWords } from '../words.ts'
import { sizeIn } from './figures.tsx'

/** What was handed in: a file by its name, a text typed on the page, or a paper with its note. */
export const EssayFileName = ({
  version: { file, paper },
  language,
  words,
}: {
  readonly version: Pick<EssayVersion, 'file' | 'paper'>
  readonly language: Language
  readonly words: SharedWords
}) =>
  file === null ? (
    <>
      {words.paper}
      {paper?.note == null ? null : `: ${paper.note}`}
    </>
  ) : (
    <>
      {file.type === 'txt' ? words.typed : file.name} ({sizeIn(file.size, language)})
    </>
  )
