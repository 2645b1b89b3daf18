import type { EssayVersion } from '../../../../domain/essay.ts'
import { isShownByBrowsers } from '../../../../domain/essay.ts'
import type { Reading } from '../../../../domain/essay-text.ts'
import { readingFile } from '../../../../domain/photos.ts'
import type { EssayToRead } from '../../../../queries/read-essay.ts'
import { filePath, shownFilePath } from './paths.ts'
import type { ReadEssaysWords } from './words.ts'

interface Props {
  readonly data: EssayToRead
  readonly version: EssayVersion
  readonly words: ReadEssaysWords
}

/** Plain paragraphs: whatever somebody wrote, it is only text here. */
const Words = ({ text, words }: { readonly text: Reading; readonly words: ReadEssaysWords }) => (
  <article class="essay" lang="vi">
    {text.legacyFont === null ? null : <p class="note soon">{words.legacy[text.legacyFont]}</p>}
    {text.paragraphs.map((paragraph, i) => (
      // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other name
      <p key={i}>{paragraph}</p>
    ))}
  </article>
)

const Picture = ({ data: { campaign, enrolment, topic }, version, words }: Props) => {
  const path = shownFilePath(campaign.code, enrolment.id, topic.code, version.number)
  return (
    <a href={path}>
      <img class="viewer" src={path} alt={words.photoOf(enrolment.person.name)} />
    </a>
  )
}

/** Phones show no PDF inside a page: there the link opens it, and its words stand below. */
const Pdf = (props: Props) => {
  const { data, version, words } = props
  const { campaign, enrolment, topic, text } = data
  const path = shownFilePath(campaign.code, enrolment.id, topic.code, version.number)
  return (
    <>
      <iframe class="viewer desk" src={path} title={words.fileOf(enrolment.person.name)} loading="lazy" />
      <p class="row actions phone">
        <a class="button second" href={path}>
          {words.openPdf}
        </a>
      </p>
      {text?.state === 'read' ? (
        <details>
          <summary>{words.textOfPdf}</summary>
          <Words text={text} words={words} />
        </details>
      ) : null}
    </>
  )
}

const told = (text: Reading | null, words: ReadEssaysWords): string => {
  if (text === null) return words.waiting
  return text.reason === null ? words.withoutText : words.unreadable[text.reason]
}

/** The essay itself, as far as a browser can show it. */
export const EssayBody = (props: Props) => {
  const { data, version, words } = props
  const { campaign, enrolment, topic, text } = data
  if (version.file === null) return <p class="note">{words.onPaper}</p>
  const file = readingFile(version)
  if (file === null) return <p class="note soon">{words.notBound}</p>
  const isShown = isShownByBrowsers(file.type)
  return (
    <section class="stack" aria-label={words.essay}>
      {file.type === 'pdf' ? <Pdf {...props} /> : null}
      {isShown && file.type !== 'pdf' ? <Picture {...props} /> : null}
      {isShown ? null : text?.state === 'read' ? (
        <Words text={text} words={words} />
      ) : (
        <p class="note soon">{told(text, words)}</p>
      )}
      <p class="no-print">
        <a class="touch" href={filePath(campaign.code, enrolment.id, topic.code, version.number)} download>
          {words.download}
        </a>
      </p>
    </section>
  )
}
