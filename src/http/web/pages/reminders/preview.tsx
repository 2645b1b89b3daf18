import type { WavePreview } from '../../../../commands/preview-wave.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { messageSize } from '../../../../domain/text-message.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Phone } from '../../parts/phone.tsx'
import { Table } from '../../parts/table.tsx'
import { personPath, remindersPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { letterPath, sendTestPath, sendWavePath } from './paths.ts'
import type { RemindersWords } from './words.ts'

interface Props {
  readonly data: WavePreview
  /** Of this form: however often it is sent, it is one wave. null: it goes out by itself. */
  readonly idempotencyKey: string | null
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly language: Language
  readonly words: RemindersWords
  readonly shared: SharedWords
}

const Letters = ({ data: { campaign, samples, at }, words }: Props) => (
  <section class="stack" aria-labelledby="letters-title">
    <h2 id="letters-title">{words.letters}</h2>
    {samples.map(({ enrolment, kind, letter }, index) => (
      <details key={enrolment.id} open={index === 0}>
        <summary>{words.letterTo(enrolment.person.name)}</summary>
        <div class="stack letter">
          <p>
            <span class="quiet">{words.subject}:</span> <strong>{letter.subject}</strong>
          </p>
          <iframe
            sandbox=""
            loading="lazy"
            title={words.asHtml(enrolment.person.name)}
            src={letterPath(campaign.code, enrolment.id, kind, at)}
          />
          <details>
            <summary>{words.asText}</summary>
            <pre tabIndex={0} role="region" aria-label={words.asText}>
              {letter.text}
            </pre>
          </details>
        </div>
      </details>
    ))}
  </section>
)

const TextMessage = ({ data: { text }, language, words }: Props) => {
  if (text === null) return null
  const { characters, segments } = messageSize(text)
  return (
    <section class="stack" aria-labelledby="text-title">
      <h2 id="text-title">{words.textTitle}</h2>
      <div class="letter">
        <p>{text}</p>
      </div>
      <p class="quiet small">
        {words.textSize(numberIn(characters, language), numberIn(segments, language))}
      </p>
    </section>
  )
}

const ToCall = ({ data: { campaign, toCall }, words }: Props) => (
  <section class="stack" aria-labelledby="call-title">
    <h2 id="call-title">{words.toCall}</h2>
    <p class="quiet">{words.toCallLead}</p>
    <Table caption={words.toCall} heads={[words.person, words.call]}>
      {toCall.map(({ enrolment, unit }) => (
        <tr key={enrolment.id}>
          <th scope="row">
            <a href={personPath(campaign.code, enrolment.id)}>{enrolment.person.name}</a>
            <div class="quiet small">{unit}</div>
          </th>
          <td>
            <Phone number={enrolment.person.phone} none={words.noPhone} />
          </td>
        </tr>
      ))}
    </Table>
  </section>
)

const Buttons = ({ data: { campaign, unit, recipients }, idempotencyKey, csrf, language, words }: Props) => (
  <div class="row actions">
    {idempotencyKey === null ? null : (
      <Form action={sendWavePath(campaign.code, unit.code)} csrf={csrf}>
        <input type="hidden" name="key" value={idempotencyKey} />
        <button type="submit" class="button">
          {recipients === 0 ? words.sendNobody : words.send(numberIn(recipients, language))}
        </button>
      </Form>
    )}
    {recipients === 0 ? null : (
      <Form action={sendTestPath(campaign.code, unit.code)} csrf={csrf}>
        <button type="submit" class="button second">
          {words.test}
        </button>
      </Form>
    )}
  </div>
)

/** Whom a wave reaches, what they read, and who is to be called: before it goes out. */
export const Preview = (props: Props) => {
  const { data, idempotencyKey, problems, language, words, shared } = props
  const { campaign, unit, at, recipients, byMessage, justReminded, toCall, samples } = data
  return (
    <>
      <Back href={remindersPath(campaign.code, unit.code)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{idempotencyKey === null ? words.previewTitle : words.sendTitle(unit.name)}</h1>
      <dl class="facts">
        {idempotencyKey !== null ? null : (
          <>
            <dt>{shared.unit}</dt>
            <dd>{unit.name}</dd>
          </>
        )}
        <dt>{words.at}</dt>
        <dd>{idempotencyKey === null ? momentIn(at, shared) : words.now}</dd>
        <dt>{words.recipients}</dt>
        <dd>
          <strong>{words.persons(numberIn(recipients - byMessage, language))}</strong>
        </dd>
        {byMessage === 0 ? null : (
          <>
            <dt>{words.texted}</dt>
            <dd>
              <strong>{words.persons(numberIn(byMessage, language))}</strong>
            </dd>
          </>
        )}
        {toCall.length === 0 ? null : (
          <>
            <dt>{words.withoutAddress}</dt>
            <dd>{words.persons(numberIn(toCall.length, language))}</dd>
          </>
        )}
        {justReminded === 0 ? null : (
          <>
            <dt>{words.justReminded}</dt>
            <dd>{words.persons(numberIn(justReminded, language))}</dd>
          </>
        )}
      </dl>
      {idempotencyKey === null ? <p class="quiet">{words.guess}</p> : null}
      {recipients + toCall.length === 0 ? <p>{words.nobodyToRemind}</p> : <Buttons {...props} />}
      {samples.length === 0 ? null : <Letters {...props} />}
      <TextMessage {...props} />
      {toCall.length === 0 ? null : <ToCall {...props} />}
    </>
  )
}
