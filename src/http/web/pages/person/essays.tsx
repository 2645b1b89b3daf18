import type { Topic, TopicCode } from '../../../../domain/campaign.ts'
import type { EssayVersion } from '../../../../domain/essay.ts'
import { checkTakingBack, checkWithdrawal } from '../../../../domain/submission.ts'
import { EssayFileName } from '../../parts/essay-file.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment, momentIn, spanIn } from '../../parts/moment.tsx'
import { Reviews } from '../../parts/reviews.tsx'
import { EssayTag } from '../../parts/tag.tsx'
import { personPlace } from '../../places.ts'
import { essayFormPath, versionPath } from './paths.ts'
import type { PersonProps } from './props.ts'

/** By which form the newest version of a topic is undone; null: by none any more. */
type WayBack = 'rut' | 'go-ban-giay' | null

const wayBackOf = ({ data: { enrolment, deadline, may }, now }: PersonProps, topic: TopicCode): WayBack => {
  if (may['take-back-paper'] && checkTakingBack(enrolment, topic, deadline, now).length === 0)
    return 'go-ban-giay'
  return may['withdraw-essay'] && checkWithdrawal(enrolment, topic, deadline, now).length === 0 ? 'rut' : null
}

const Links = ({
  version: { topic, number, receipt, file },
  wayBack,
  topicNumber,
  data: { campaign, enrolment },
  words,
}: PersonProps & {
  readonly version: EssayVersion
  readonly wayBack: WayBack
  readonly topicNumber: number
}) => {
  const which = <span class="hidden">({words.ofVersion(topicNumber, number)})</span>
  return (
    <p class="row">
      {file === null ? null : (
        <a class="touch no-print" href={versionPath(campaign.code, enrolment.id, topic, number)} download>
          <Icon name="download" /> {words.download} {which}
        </a>
      )}
      <a class="touch" href={personPlace(campaign.code, enrolment.id).receipt(receipt)}>
        {words.receipt} {receipt}
      </a>
      {wayBack === null ? null : (
        <a class="touch no-print" href={essayFormPath(campaign.code, enrolment.id, wayBack, topic)}>
          {wayBack === 'rut' ? words.withdraw : words.takeBack} {which}
        </a>
      )}
    </p>
  )
}

const Version = (
  props: PersonProps & {
    readonly version: EssayVersion
    readonly wayBack: WayBack
    readonly topicNumber: number
  },
) => {
  const { version, language, words, shared } = props
  const { number, receivedAt, late, lateBy, onBehalf, withdrawnAt, file, paper } = version
  return (
    <div class="stack-close">
      <p>
        {words.version(number)}: <Moment at={receivedAt} />,{' '}
        {late ? words.late(spanIn(lateBy, shared)) : words.onTime}
        {onBehalf && file !== null ? `, ${words.onBehalf}` : null}
      </p>
      {withdrawnAt === null ? null : (
        <p class="wrong-text">{words.withdrawnAt(momentIn(withdrawnAt, shared))}</p>
      )}
      <p class="quiet small">
        <EssayFileName version={version} language={language} words={shared} />
        {paper === null ? null : `, ${words.recorded(momentIn(paper.recordedAt, shared))}`}
      </p>
      <Reviews version={version} withNames words={shared} />
      <Links {...props} />
    </div>
  )
}

const TopicEntry = (props: PersonProps & { readonly topic: Topic; readonly topicNumber: number }) => {
  const { data, topic, topicNumber, words, shared } = props
  const head = data.enrolment.heads[topic.code]
  const [newest, ...earlier] = data.versions.filter(version => version.topic === topic.code).reverse()
  const wayBack = wayBackOf(props, topic.code)
  return (
    <li>
      <div class="row">
        <h3>{words.topic(topicNumber)}</h3>
        <EssayTag state={head?.state ?? 'missing'} paper={head?.paper} words={shared} />
      </div>
      <p class="quiet small">{topic.title}</p>
      {newest === undefined ? (
        <p class="small">{words.nothing}</p>
      ) : (
        <Version {...props} version={newest} wayBack={wayBack} />
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <div class="stack">
            {earlier.map(version => (
              <Version key={version.id} {...props} version={version} wayBack={null} />
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

/** The topics with all that was handed in, the newest first. */
export const Essays = (props: PersonProps) => (
  <section class="stack" aria-labelledby="essays-title">
    <h2 id="essays-title">{props.words.essays}</h2>
    <ol class="entries">
      {props.data.campaign.topics.map((topic, i) => (
        <TopicEntry key={topic.code} {...props} topic={topic} topicNumber={i + 1} />
      ))}
    </ol>
  </section>
)
