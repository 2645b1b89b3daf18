import { z } from 'zod'
import { movePerson } from '../../../../../commands/move-person.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { type PlacedUnit, unitsWithin } from '../../../../../queries/units-within.ts'
import { unitCode } from '../../../../../wire/campaign.ts'
import { Field, problemAt } from '../../../parts/form.tsx'
import { ReasonField, reasonOf } from '../../../parts/reason.tsx'
import { asked, type BodyProps, formPages, typedText } from '../form-page.tsx'

const UnitField = ({
  choices,
  data,
  typed,
  problems,
  language,
  words,
}: BodyProps<{ readonly unit: string }> & { readonly choices: readonly PlacedUnit[] }) => (
  <Field
    name="unit"
    label={words.moveTo}
    hint={words.moveToHint}
    problem={problemAt(problems, 'unit', language)}
  >
    <select id="unit" name="unit" aria-describedby="unit-hint">
      <option value="">{words.moveChoose}</option>
      {choices
        .filter(({ unit }) => unit.code !== data.enrolment.unit)
        .map(({ unit, depth }) => (
          <option key={unit.code} value={unit.code} selected={unit.code === typed.unit}>
            {`${'\u00A0\u00A0\u00A0'.repeat(depth)}${unit.name}`}
          </option>
        ))}
    </select>
  </Field>
)

export const move = formPages({
  path: 'chuyen',
  action: 'move-person',
  title: (words, name) => words.moveTitle(name),
  submit: words => words.moveSubmit,
  form: z.object({ unit: typedText, reason: typedText }),
  blank: () => ({ unit: '', reason: '' }),
  refusals: () => [],
  async body(props, ports, actor) {
    const choices = await unitsWithin(ports)(actor, 'move-person', props.data.campaign.code)
    return (
      <>
        <p>{props.words.moveLead}</p>
        <UnitField {...props} choices={choices.ok ? choices.value : []} />
        <ReasonField {...props} />
      </>
    )
  },
  async run(ports, { actor, data: { campaign, enrolment }, now, words }, typed) {
    const needed = z.object({
      unit: z.string().min(1, words.moveNeeded).pipe(unitCode),
      reason: reasonOf(words),
    })
    const input = asked(needed, typed)
    if (!input.ok) return input
    const moved = await movePerson(ports)(
      actor,
      campaign.code,
      { enrolment: enrolment.id, ...input.value },
      now,
    )
    return mapResult(moved, ({ unit }) => words.moveDone(unit.name))
  },
})
