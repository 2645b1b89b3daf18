import type { EssayVersion } from '../../../../domain/essay.ts'
import type { EnrolmentView } from '../../../../queries/enrolment.ts'
import { Back } from '../../parts/back.tsx'
import { EssayFileName } from '../../parts/essay-file.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Due, momentIn, spanIn } from '../../parts/moment.tsx'
import { Qr } from '../../parts/qr.tsx'
import type { Place } from '../../places.ts'
import type { Language, SharedWords } from '../../words.ts'
import { receiptFilePath } from '../my-essays/paths.ts'
import type { ReceiptWords } from './words.ts'

/** Of all topics that were ticked for one file. */
export type HandIn = readonly [EssayVersion, ...EssayVersion[]]

interface Props {
  readonly data: EnrolmentView
  readonly place: Place
  readonly isForHim: boolean
  readonly handIn: HandIn
  readonly publicUrl: string
  readonly mayHandIn: boolean
  readonly now: Date
  readonly language: Language
  readonly words: ReceiptWords
  readonly shared: SharedWords
}

export const verdictIn = (
  { late, lateBy }: Pick<EssayVersion, 'late' | 'lateBy'>,
  words: ReceiptWords,
  shared: SharedWords,
): string => (late ? words.late(spanIn(lateBy, shared)) : words.onTime)

const Codes = ({ data: { campaign }, handIn, publicUrl, words, shared }: Props) => (
  <ul class={handIn.length === 1 ? 'codes single' : 'codes'}>
    {handIn.map(({ receipt, topic, number, withdrawnAt }) => (
      <li key={receipt}>
        <Qr text={`${publicUrl}/giay-xac-nhan/${receipt}`} label={words.qr(receipt)} />
        <div>
          <p class="small">
            {words.topic(campaign.topics.findIndex(({ code }) => code === topic) + 1)},{' '}
            {words.version(number).toLowerCase()}
          </p>
          <p class="code">{receipt}</p>
          {withdrawnAt === null ? null : (
            <p class="wrong-text small">{words.withdrawn(momentIn(withdrawnAt, shared))}</p>
          )}
        </div>
      </li>
    ))}
  </ul>
)

const Facts = ({ data: { enrolment }, handIn: [version], language, words, shared }: Props) => (
  <dl class="facts">
    <dt>{words.name}</dt>
    <dd>
      {enrolment.person.name}
      {version.onBehalf ? <span class="quiet"> ({words.onBehalf})</span> : null}
    </dd>
    <dt>{words.time}</dt>
    <dd>
      <time datetime={version.receivedAt.toISOString()}>{momentIn(version.receivedAt, shared)}</time>
    </dd>
    <dt>{words.file}</dt>
    <dd>
      <EssayFileName version={version} language={language} words={shared} />
    </dd>
    {version.file === null ? null : (
      <>
        <dt>{words.fingerprint}</dt>
        <dd>
          <code>{version.file.sha256}</code>
          {version.file.type === 'photos' ? <span class="quiet small"> {words.ofPhotos}</span> : null}
        </dd>
      </>
    )}
  </dl>
)

const Next = ({ data, place, isForHim, handIn, mayHandIn, now, words, shared }: Props) => {
  const { campaign, enrolment, deadline, owed } = data
  const missing = owed.map(code =>
    words.topic(campaign.topics.findIndex(topic => topic.code === code) + 1).toLowerCase(),
  )
  const { email } = enrolment.person
  return (
    <section class="stack-close no-print">
      <h2>{words.next}</h2>
      {owed.length === 0 ? (
        <p>{isForHim ? words.completeFor : words.complete}</p>
      ) : (
        <>
          <p>{isForHim ? words.owesFor(missing.join(', ')) : words.owes(missing.join(', '))}</p>
          <p>
            {words.due}: <Due at={deadline.dueAt} now={now} words={shared} />
          </p>
        </>
      )}
      {email === null ? null : <p>{words.mailed(email)}</p>}
      <p class="quiet small">{words.keep}</p>
      <div class="row actions">
        {owed.length > 0 && mayHandIn ? (
          <a class="button" href={place.handIn(owed)}>
            {words.goOn}
          </a>
        ) : null}
        <button type="button" class="button second" data-print>
          <Icon name="printer" />
          {words.print}
        </button>
        {isForHim ? null : (
          <a class="button second" href={receiptFilePath(campaign.code, handIn[0].receipt)} download>
            <Icon name="download" />
            {words.save}
          </a>
        )}
      </div>
    </section>
  )
}

/** What he can prove later: prints on half an A4. */
export const MyReceipt = (props: Props) => {
  const { data, place, isForHim, handIn, words, shared } = props
  const { tally } = data.enrolment
  return (
    <>
      <Back href={place.home} label={isForHim ? data.enrolment.person.name : words.back} />
      <section class="confirmation" aria-labelledby="received">
        <h1 id="received">
          <Icon name="check-circle-fill" /> {words.received}
        </h1>
        <p class="quiet print-only">{data.campaign.name}</p>
        <p>
          {verdictIn(handIn[0], words, shared)}
          {tally.expected === 0 ? null : (
            <>
              {'. '}
              <strong>{words.sum(tally.submitted, tally.expected)}</strong>
            </>
          )}
        </p>
        <Codes {...props} />
        <Facts {...props} />
      </section>
      <Next {...props} />
    </>
  )
}
