import type { CampaignCode } from '../../../../domain/campaign.ts'
import { PAPER_RULE_SETS } from '../../../../domain/letterhead.ts'
import type { Problem } from '../../../../domain/problems.ts'
import type { LetterheadView } from '../../../../queries/letterhead.ts'
import { Back } from '../../parts/back.tsx'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import { letterheadPath, reportsPath } from '../../paths.ts'
import type { Language, SharedWords } from '../../words.ts'
import type { Typed } from './form.ts'
import { Preview } from './preview.tsx'
import type { LetterheadWords } from './words.ts'

interface Props {
  readonly data: LetterheadView
  readonly campaign: CampaignCode
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: LetterheadWords
  readonly shared: SharedWords
}

type TextName = Exclude<keyof Typed, 'rules'>

const HINTS = {
  parentBody: 'parentBodyHint',
  number: 'numberHint',
  symbol: 'symbolHint',
  place: 'placeHint',
  addressees: 'addresseesHint',
  bases: 'basesHint',
  titles: 'titlesHint',
  signer: 'signerHint',
  recipients: 'recipientsHint',
} as const satisfies Partial<Record<TextName, keyof LetterheadWords>>

const hintOf = (name: TextName, words: LetterheadWords): { readonly hint?: string } =>
  name === 'issuingBody' ? {} : { hint: words[HINTS[name]] }

const Input = ({ name, typed, problems, language, words }: Props & { readonly name: TextName }) => (
  <Field
    name={name}
    label={words[name]}
    {...hintOf(name, words)}
    problem={problemAt(problems, name, language)}
  >
    <input
      type="text"
      id={name}
      name={name}
      value={typed[name]}
      inputMode={name === 'number' ? 'numeric' : undefined}
      aria-describedby={name === 'issuingBody' ? undefined : `${name}-hint`}
    />
  </Field>
)

const Lines = ({ name, typed, problems, language, words }: Props & { readonly name: TextName }) => (
  <Field
    name={name}
    label={words[name]}
    {...hintOf(name, words)}
    problem={problemAt(problems, name, language)}
  >
    <textarea id={name} name={name} class="short" rows={3} aria-describedby={`${name}-hint`}>
      {typed[name]}
    </textarea>
  </Field>
)

export const LetterheadPage = (props: Props) => {
  const { data, campaign, typed, problems, csrf, now, language, words, shared } = props
  return (
    <>
      <Back href={reportsPath(campaign, data.unit.code)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.of(data.unit.name)}</h1>
        <p class="quiet">{words.lead}</p>
      </div>
      {data.isUsual ? <p class="note">{words.usual}</p> : null}
      <Preview letterhead={data.letterhead} now={now} label={words.preview} />
      <div class="no-print">
        <Form action={letterheadPath(campaign, data.unit.code)} csrf={csrf}>
          <fieldset class="stack part">
            <legend>{words.head}</legend>
            <Input {...props} name="parentBody" />
            <Input {...props} name="issuingBody" />
            <Input {...props} name="number" />
            <Input {...props} name="symbol" />
            <Input {...props} name="place" />
          </fieldset>
          <fieldset class="stack part">
            <legend>{words.body}</legend>
            <Lines {...props} name="addressees" />
            <Lines {...props} name="bases" />
          </fieldset>
          <fieldset class="stack part">
            <legend>{words.sign}</legend>
            <Lines {...props} name="titles" />
            <Input {...props} name="signer" />
            <Lines {...props} name="recipients" />
          </fieldset>
          <Field name="rules" label={words.rules}>
            <select id="rules" name="rules">
              {PAPER_RULE_SETS.map(name => (
                <option key={name} value={name} selected={typed.rules === name}>
                  {words.ruleSet[name]}
                </option>
              ))}
            </select>
          </Field>
          <div class="row actions">
            <button type="submit" class="button">
              {words.save}
            </button>
          </div>
        </Form>
      </div>
    </>
  )
}
