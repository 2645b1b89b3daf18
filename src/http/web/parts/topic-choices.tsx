import type { TopicCode } from '../../../domain/campaign.ts'
import type { EnrolmentView } from '../../../queries/enrolment.ts'
import type { SharedWords } from '../words.ts'
import { EssayTag } from './tag.tsx'

/** Which topics an essay is about; none that was accepted. */
export const TopicChoices = ({
  data: { campaign, enrolment },
  chosen,
  legend,
  hint,
  topicName,
  problem,
  words,
}: {
  readonly data: Pick<EnrolmentView, 'campaign' | 'enrolment'>
  readonly chosen: readonly TopicCode[]
  readonly legend: string
  readonly hint?: string
  readonly topicName: (n: number) => string
  readonly problem: string | undefined
  readonly words: SharedWords
}) => (
  <fieldset class={problem === undefined ? 'field' : 'field wrong'} id="topics" tabIndex={-1}>
    <legend>{legend}</legend>
    {hint === undefined ? null : <span class="hint">{hint}</span>}
    {problem === undefined ? null : <span class="wrong-text">{problem}</span>}
    <div class="choices topics">
      {campaign.topics.map(({ code, title }, i) => {
        const head = enrolment.heads[code]
        return (
          <label key={code} class="choice">
            <input
              type="checkbox"
              name="topics"
              value={code}
              checked={chosen.includes(code)}
              disabled={head?.state === 'accepted'}
            />
            <span class="choice-words">
              <span class="row">
                <strong>{topicName(i + 1)}</strong>
                <EssayTag state={head?.state ?? 'missing'} paper={head?.paper} words={words} />
              </span>
              <span class="quiet small">{title}</span>
            </span>
          </label>
        )
      })}
    </div>
  </fieldset>
)
