import type { Topic } from '../../../../domain/campaign.ts'
import { type EssayVersion, isReceived } from '../../../../domain/essay.ts'
import { readingFile } from '../../../../domain/photos.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { stateOf } from '../../../../domain/review.ts'
import type { EnrolmentView } from '../../../../queries/enrolment.ts'
import { Back } from '../../parts/back.tsx'
import { EssayFileName } from '../../parts/essay-file.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Due, Moment, momentIn, spanIn } from '../../parts/moment.tsx'
import { Reviews } from '../../parts/reviews.tsx'
import { EssayTag } from '../../parts/tag.tsx'
import type { Language, SharedWords } from '../../words.ts'
import {
  handInPath,
  myEssaysPath,
  myReceiptPath,
  myTopicPath,
  myVersionPath,
  writePath,
} from '../my-essays/paths.ts'
import type { MyTopicWords } from './words.ts'

interface Shared {
  readonly data: EnrolmentView
  readonly topic: Topic
  /** From 1. */
  readonly number: number
  readonly language: Language
  readonly words: MyTopicWords
  readonly shared: SharedWords
}

interface Props extends Shared {
  /** Newest first. */
  readonly versions: readonly EssayVersion[]
  /** Why nothing can be handed in now; none: it can. */
  readonly refusals: readonly Problem[]
  readonly mayWithdraw: boolean
  readonly hasDraft: boolean
  readonly now: Date
}

interface VersionProps extends Props {
  readonly version: EssayVersion
  readonly isNewest: boolean
}

/** What the PDF was bound of, photo by photo. */
const Photos = ({ version: { topic, number, file, bound }, data: { campaign }, words }: VersionProps) =>
  file?.pages === undefined ? null : (
    <div class="small no-print">
      {bound === undefined ? <p role="status">{words.binding}</p> : null}
      <p class="row">
        <span class="quiet">{words.originals}</span>
        {file.pages.map((page, i) => (
          <a
            key={page.start}
            class="touch"
            href={`${myVersionPath(campaign.code, topic, number)}/anh/${i + 1}`}
            download
          >
            <span class="hidden">{words.original} </span>
            {words.page(i + 1)}
          </a>
        ))}
      </p>
    </div>
  )

const Version = (props: VersionProps) => {
  const { version, isNewest, data, language, words, shared } = props
  const { campaign } = data
  const { number, receivedAt, late, lateBy, onBehalf, withdrawnAt, file, receipt, topic } = version
  return (
    <li>
      <h3>
        {words.version(number)}
        {isNewest && isReceived(stateOf(version)) ? <span class="quiet"> ({words.newest})</span> : null}
      </h3>
      <p>
        <Moment at={receivedAt} />, {late ? words.late(spanIn(lateBy, shared)) : words.onTime}
        {onBehalf ? `, ${file === null ? words.byUnit : words.onBehalf}` : null}
      </p>
      {withdrawnAt === null ? null : (
        <p class="wrong-text">{words.withdrawnAt(momentIn(withdrawnAt, shared))}</p>
      )}
      <p class="quiet small">
        <EssayFileName version={version} language={language} words={shared} />
      </p>
      <Reviews version={version} withNames={false} words={shared} />
      <p class="row">
        {readingFile(version) === null ? null : (
          <a class="touch no-print" href={myVersionPath(campaign.code, topic, number)} download>
            <Icon name="download" /> {words.download} <span class="hidden">{words.downloadOf(number)}</span>
          </a>
        )}
        <a class="touch" href={myReceiptPath(campaign.code, receipt)}>
          {words.receipt} {receipt}
        </a>
      </p>
      <Photos {...props} />
    </li>
  )
}

export const MyTopic = (props: Props) => {
  const { data, topic, number, versions, refusals, mayWithdraw, hasDraft, now, language, words, shared } =
    props
  const { campaign, enrolment, deadline } = data
  const head = enrolment.heads[topic.code]
  const isOwed = data.owed.includes(topic.code)
  return (
    <>
      <Back href={myEssaysPath(campaign.code)} label={words.back} />
      <div class="stack-close">
        <div class="row">
          <h1>{words.topic(number)}</h1>
          <EssayTag state={head?.state ?? 'missing'} paper={head?.paper} words={shared} />
        </div>
        <p>{topic.title}</p>
        {isOwed ? (
          <p>
            {words.due}: <Due at={deadline.dueAt} now={now} words={shared} />
          </p>
        ) : null}
        {refusals.map(refusal => (
          <p key={refusal.code}>{sentence(refusal, language)}</p>
        ))}
      </div>
      <div class="row actions no-print">
        {refusals.length === 0 ? (
          <>
            <a class={isOwed ? 'button' : 'button second'} href={handInPath(campaign.code, [topic.code])}>
              {isOwed ? words.handIn : words.replace}
            </a>
            <a class="button second" href={writePath(campaign.code, topic.code)}>
              {hasDraft ? words.goOnWriting : words.write}
            </a>
          </>
        ) : null}
        {mayWithdraw ? (
          <a class="button danger" href={`${myTopicPath(campaign.code, topic.code)}/rut`}>
            {words.withdraw}
          </a>
        ) : null}
      </div>
      <section class="stack">
        <h2>{words.versions}</h2>
        {versions.length === 0 ? (
          <p class="quiet">{words.none}</p>
        ) : (
          <ol class="entries">
            {versions.map((version, i) => (
              <Version key={version.id} {...props} version={version} isNewest={i === 0} />
            ))}
          </ol>
        )}
      </section>
    </>
  )
}

/** Says what will happen before it does. */
export const Withdraw = ({
  data,
  topic,
  number,
  csrf,
  words,
  shared,
}: Shared & { readonly csrf: string }) => {
  const { campaign, enrolment, deadline } = data
  const head = enrolment.heads[topic.code]
  const back = myTopicPath(campaign.code, topic.code)
  return (
    <>
      <Back href={back} label={words.topic(number)} />
      <h1>{words.withdrawTitle(number)}</h1>
      {head === undefined ? null : (
        <p>{words.withdrawLead(head.version, momentIn(head.submittedAt, shared))}</p>
      )}
      <p>{words.withdrawKept}</p>
      <p>{words.withdrawUntil(momentIn(deadline.dueAt, shared))}</p>
      <Form action={`${back}/rut`} csrf={csrf}>
        <div class="row actions">
          <button type="submit" class="button danger">
            {words.withdrawTitle(number)}
          </button>
          <a class="button second" href={back}>
            {words.keep}
          </a>
        </div>
      </Form>
    </>
  )
}
