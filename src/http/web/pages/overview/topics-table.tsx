import type { Progress } from '../../../../queries/progress.ts'
import { numberIn } from '../../parts/figures.tsx'
import { peoplePath } from '../../paths.ts'
import type { Language } from '../../words.ts'
import type { OverviewWords } from './words.ts'

export const TopicsTable = ({
  data: { campaign, unit, topics },
  language,
  words,
}: {
  readonly data: Progress
  readonly language: Language
  readonly words: OverviewWords
}) => (
  <section class="stack" aria-labelledby="topics-title">
    <h2 id="topics-title">{words.topics}</h2>
    <div class="table-wrap">
      <table>
        <caption class="hidden">{words.topics}</caption>
        <thead>
          <tr>
            <th scope="col">{words.topicHead}</th>
            {(['submitted', 'onTime', 'late', 'missing'] as const).map(name => (
              <th key={name} scope="col" class={name === 'onTime' || name === 'late' ? 'n desk' : 'n'}>
                {words.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {campaign.topics.map(({ code, title }, index) => {
            const row = topics.find(({ topic }) => topic === code)
            return (
              <tr key={code}>
                <th scope="row">
                  {words.topic(index + 1)} <span class="quiet small title">{title}</span>
                </th>
                <td class="n">{numberIn(row?.submitted ?? 0, language)}</td>
                <td class="n desk">{numberIn(row?.onTime ?? 0, language)}</td>
                <td class="n desk">{numberIn(row?.late ?? 0, language)}</td>
                <td class="n">
                  <a href={peoplePath(campaign.code, { unit: unit.code, topic: code })}>
                    {numberIn(row?.missing ?? 0, language)}
                    <span class="hidden"> ({words.seeOwing})</span>
                  </a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  </section>
)
