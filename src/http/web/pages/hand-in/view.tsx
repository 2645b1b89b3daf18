import type { FileRules, TopicCode } from '../../../../domain/campaign.ts'
import { isPhoto, MAX_PHOTOS } from '../../../../domain/photos.ts'
import { type Problem, type ProblemCode, problem, sentence } from '../../../../domain/problems.ts'
import type { EnrolmentView } from '../../../../queries/enrolment.ts'
import { Back } from '../../parts/back.tsx'
import { sizeIn } from '../../parts/figures.tsx'
import { OFFERED } from '../../parts/file-types.ts'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import { spanIn } from '../../parts/moment.tsx'
import { TopicChoices } from '../../parts/topic-choices.tsx'
import type { Place } from '../../places.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { HandInWords } from './words.ts'

const OF_FILE = /^(file-|photo-|more-than-one-file|too-many-photos|upload-)/

const fieldOf = (code: ProblemCode): 'file' | 'topics' | undefined =>
  OF_FILE.test(code) ? 'file' : code.startsWith('topic') ? 'topics' : undefined

/** What the page's module checks before it sends, in the words of the refusal that would follow. */
const refusalsFor = ({ maxBytes, types }: FileRules, language: Language): Record<string, string> => {
  const say = (code: ProblemCode, details = {}): string => sentence(problem(code, details), language)
  return {
    topicsMissing: say('topics-missing'),
    fileMissing: say('file-missing'),
    fileEmpty: say('file-empty'),
    tooLarge: say('file-too-large', { limit: sizeIn(maxBytes, language) }),
    wrongType: say('file-type-not-allowed', { type: '{type}', allowed: types }),
    heic: say('photo-is-heic'),
    severalFiles: say('more-than-one-file'),
    tooManyPhotos: say('too-many-photos', { limit: MAX_PHOTOS }),
  }
}

interface Props {
  readonly data: EnrolmentView
  readonly place: Place
  /** Staff hands in for somebody. */
  readonly isForHim: boolean
  readonly chosen: readonly TopicCode[]
  readonly problems: readonly Problem[]
  /** Of this form: however often it is sent, it is handed in once. */
  readonly idempotencyKey: string
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: HandInWords
  readonly shared: SharedWords
}

export const HandInPage = (props: Props) => {
  const { data, place, isForHim, chosen, idempotencyKey, csrf, now, language, words, shared } = props
  const { campaign, enrolment, deadline } = data
  const problems = props.problems.map(({ code, details }) => problem(code, details, fieldOf(code)))
  const { types, maxBytes } = campaign.fileRules
  const names = [...new Set(types.map(type => OFFERED[type].name))].join(', ')
  const maxPhotos = types.some(isPhoto) ? MAX_PHOTOS : 0
  const hint = words.fileHint(names, sizeIn(maxBytes, language))
  const wrongTopics = problemAt(problems, 'topics', language)
  const late = now.getTime() - deadline.dueAt.getTime()
  const told = {
    words: { ...words, problemSummary: shared.problemSummary },
    refusals: refusalsFor(campaign.fileRules, language),
    types,
    maxBytes,
    maxPhotos,
    language,
    enrolment: enrolment.id,
    signIn: `/dang-nhap?next=${encodeURIComponent(place.home)}`,
  }
  return (
    <>
      <Back href={place.home} label={isForHim ? enrolment.person.name : words.back} />
      <div id="problems">
        <ProblemSummary problems={problems} language={language} words={shared} />
      </div>
      <h1>{isForHim ? words.titleFor(enrolment.person.name) : words.title}</h1>
      {isForHim ? <p class="quiet">{words.leadFor}</p> : null}
      {late > 0 ? <p class="note soon">{words.dueLate(spanIn(late, shared))}</p> : null}
      <Form
        action={`${place.handIn()}?key=${idempotencyKey}`}
        csrf={csrf}
        upload
        data={{ 'data-told': JSON.stringify(told) }}
      >
        <TopicChoices
          data={data}
          chosen={chosen}
          legend={words.topics}
          hint={words.topicsHint}
          topicName={words.topic}
          problem={wrongTopics}
          words={shared}
        />
        {/* Where nobody orders the photos; the page's module does. */}
        <input type="hidden" name="order" value="name" />
        <Field
          name="file"
          label={words.file}
          hint={problems.length === 0 ? hint : `${hint} ${words.fileAgain}`}
          problem={problemAt(problems, 'file', language)}
        >
          {maxPhotos === 0 ? null : (
            <p class="hint">
              {words.photosHint(maxPhotos)}
              <noscript> {words.photosByName}</noscript>
            </p>
          )}
          <input
            type="file"
            id="file"
            name="file"
            accept={types.map(type => OFFERED[type].accept).join(',')}
            aria-describedby="file-hint"
            multiple={maxPhotos > 0}
            required
          />
        </Field>
        <div class="row actions">
          <button type="submit" class="button">
            {words.send}
          </button>
        </div>
        {place.write === null ? null : (
          <p class="no-print">
            <a class="touch" href={place.write(chosen[0] ?? data.owed[0] ?? campaign.topics[0]?.code ?? '')}>
              {words.typeInstead}
            </a>
          </p>
        )}
      </Form>
    </>
  )
}
