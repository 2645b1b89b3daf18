import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../../domain/problems.ts'
import type { EssayToRead } from '../../../../queries/read-essay.ts'
import { Back } from '../../parts/back.tsx'
import { EssayFileName } from '../../parts/essay-file.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { ProblemSummary } from '../../parts/form.tsx'
import { Moment, spanIn } from '../../parts/moment.tsx'
import { EssayTag } from '../../parts/tag.tsx'
import { readingListPath, withQuery } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import { EssayBody } from './essay-body.tsx'
import { essayPath, type FromList, listQuery } from './paths.ts'
import type { ReadEssaysWords } from './words.ts'

export interface EssayProps {
  readonly data: EssayToRead
  readonly from: FromList
  readonly language: Language
  readonly words: ReadEssaysWords
  readonly shared: SharedWords
}

/** All that the person wrote, side by side. */
const Topics = ({ data: { campaign, enrolment, topic }, from, words, shared }: EssayProps) => (
  <nav aria-label={words.topicsOf(enrolment.person.name)}>
    <ul class="five">
      {campaign.topics.map(({ code }, i) => (
        <li key={code}>
          <a
            href={essayPath(campaign.code, enrolment.id, code, from)}
            aria-current={code === topic.code ? 'page' : undefined}
            data-keys={String(i + 1)}
          >
            {words.topic(i + 1)}
            <EssayTag state={enrolment.heads[code]?.state ?? 'missing'} words={shared} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The essay before and after this one in the list. */
const Turn = ({ data: { campaign, topic, previous, next }, from, words }: EssayProps) => (
  <nav class="sticky row turn" aria-label={words.turn}>
    {previous === null ? (
      <span class="quiet">{words.first}</span>
    ) : (
      <a
        class="button second"
        rel="prev"
        href={essayPath(campaign.code, previous, topic.code, from)}
        data-keys="k ArrowLeft"
        accesskey="k"
      >
        {words.previous}
      </a>
    )}
    <span class="hint desk">{words.keys}</span>
    {next === null ? (
      <span class="quiet">{words.last}</span>
    ) : (
      <a
        class="button second"
        rel="next"
        href={essayPath(campaign.code, next, topic.code, from)}
        data-keys="j ArrowRight"
        accesskey="j"
      >
        {words.next}
      </a>
    )}
  </nav>
)

const Facts = ({ data, from, language, words, shared }: EssayProps) => {
  const { campaign, enrolment, topic, version, versions, text } = data
  if (version === null) return <p class="note">{words.nothing}</p>
  const others = versions.filter(one => one.topic === topic.code && one !== version)
  return (
    <dl class="facts">
      <dt>{words.receivedAt}</dt>
      <dd>
        <Moment at={version.receivedAt} />
        {version.late ? `, ${words.late(spanIn(version.lateBy, shared))}` : null}
      </dd>
      <dt>{words.file}</dt>
      <dd>
        <EssayFileName version={version} language={language} words={shared} />
        {text?.state === 'read' ? `, ${words.count(numberIn(text.words, language))}` : null}
      </dd>
      {others.length === 0 ? null : (
        <>
          <dt>{words.versions}</dt>
          <dd class="row">
            {words.versionShown(version.number)}
            {others.map(({ number }) => (
              <a
                key={number}
                class="touch"
                href={essayPath(campaign.code, enrolment.id, topic.code, from, number)}
              >
                {words.version(number)}
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

/** One essay, read in the browser. */
export const EssayPage = (
  props: EssayProps & { readonly problems: readonly Problem[]; readonly children: ComponentChildren },
) => {
  const { data, from, problems, language, words, shared, children } = props
  const { campaign, enrolment, topic, unitName, version, isNewest } = data
  const number = campaign.topics.indexOf(topic) + 1
  const list = withQuery(readingListPath(campaign.code), { ...listQuery(from), topic: topic.code })
  return (
    <>
      <Back href={list} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.essayOf(enrolment.person.name, number)}</h1>
        <p>{[...enrolment.posts, unitName].join(', ')}</p>
        <p class="quiet">{topic.title}</p>
      </div>
      <Topics {...props} />
      <Facts {...props} />
      {isNewest || version === null ? null : <p class="note soon">{words.olderVersion(version.number)}</p>}
      {version?.withdrawnAt == null ? null : <p class="note bad">{words.withdrawn}</p>}
      {version === null ? null : (
        <div class="reading">
          <EssayBody data={data} version={version} words={words} />
          {children}
        </div>
      )}
      <Turn {...props} />
    </>
  )
}
