import { SLIP_CHOICES, SLIPS_AT_ONCE, type SlipChoice } from '../../../../domain/slip.ts'
import type { SlipDesk } from '../../../../queries/slips.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { UnitPicker } from '../../parts/unit-picker.tsx'
import { peoplePath, slipsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { SlipWords } from './words.ts'

interface Props {
  readonly data: SlipDesk
  /** Of this form: however often it is sent, slips are made once. */
  readonly batch: string
  readonly csrf: string
  readonly language: Language
  readonly words: SlipWords
  readonly shared: SharedWords
}

const Sums = ({ data: { counts }, language, words }: Props) => {
  const { none, unused, used, expired } = counts.states
  const sums = [
    [counts.people, words.people],
    [counts.withoutMail, words.withoutMail],
    [none, words.none],
    [unused, words.unused],
    [used, words.used],
    ...(expired === 0 ? [] : [[expired, words.expired] as const]),
  ] as const
  return (
    <ul class="sums" aria-label={words.sums}>
      {sums.map(([number, word]) => (
        <li key={word}>
          <span class="n">{numberIn(number, language)}</span> <span class="quiet small">{word}</span>
        </li>
      ))}
    </ul>
  )
}

const Choice = ({
  data,
  choice,
  isFirst,
  language,
  words,
}: Props & { readonly choice: SlipChoice; readonly isFirst: boolean }) => {
  const people = data.counts.choices[choice]
  const printed = Math.min(people, SLIPS_AT_ONCE)
  return (
    <li>
      <h2 class="entry">{words.choices[choice]}</h2>
      <p class="quiet small">{words.about[choice]}</p>
      {people === 0 ? (
        <p class="small">{words.nobody}</p>
      ) : (
        <div class="row actions">
          <button type="submit" class={isFirst ? 'button' : 'button second'} name="whom" value={choice}>
            {words.print(numberIn(printed, language))}
          </button>
        </div>
      )}
      {people > SLIPS_AT_ONCE ? <p class="small">{words.most(numberIn(SLIPS_AT_ONCE, language))}</p> : null}
    </li>
  )
}

/** How many of a unit have a slip, and for whom more can be printed. */
export const Slips = (props: Props) => {
  const { data, batch, csrf, words, shared } = props
  const { campaign, unit } = data.choice
  const first = SLIP_CHOICES.find(choice => data.counts.choices[choice] > 0)
  return (
    <>
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>{unit.name}</p>
      </div>
      <p>{words.lead}</p>
      <UnitPicker choice={data.choice} action={slipsPath(campaign.code)} words={shared} />
      {data.counts.people === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <Sums {...props} />
          <Form action={slipsPath(campaign.code)} csrf={csrf}>
            <input type="hidden" name="unit" value={unit.code} />
            <input type="hidden" name="batch" value={batch} />
            <ul class="entries">
              {SLIP_CHOICES.map(choice => (
                <Choice key={choice} {...props} choice={choice} isFirst={choice === first} />
              ))}
            </ul>
          </Form>
          <p>
            {words.single}{' '}
            <a href={peoplePath(campaign.code, { unit: unit.code, state: 'all' })}>{words.toPeople}</a>
          </p>
        </>
      )}
    </>
  )
}
