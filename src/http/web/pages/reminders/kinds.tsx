import { SWITCHABLE_KINDS } from '../../../../domain/mail-kind.ts'
import type { ReminderDesk } from '../../../../queries/reminder-desk.ts'
import { Form } from '../../parts/form.tsx'
import { switchPath } from './paths.ts'
import type { RemindersWords } from './words.ts'

/** What is mailed without anybody pressing a button, and what the unit wants of it. */
export const Kinds = ({
  data: { campaign, unit, off, offAbove },
  csrf,
  words,
}: {
  readonly data: ReminderDesk
  readonly csrf: string
  readonly words: RemindersWords
}) => (
  <details class="no-print">
    <summary>{words.kinds}</summary>
    <Form action={switchPath(campaign.code, unit.code)} csrf={csrf}>
      <p class="quiet">{words.kindsLead(unit.name)}</p>
      <fieldset class="choices measure">
        <legend class="hidden">{words.kinds}</legend>
        {SWITCHABLE_KINDS.map(kind => {
          const isOffAbove = offAbove.includes(kind)
          return (
            <label key={kind} class="choice">
              <input
                type="checkbox"
                name="on"
                value={kind}
                checked={!off.includes(kind) && !isOffAbove}
                disabled={isOffAbove}
              />
              {isOffAbove && !off.includes(kind) ? <input type="hidden" name="on" value={kind} /> : null}
              <span class="choice-words">
                <span>{words.kind[kind]}</span>
                {isOffAbove ? <span class="quiet small">{words.offAbove}</span> : null}
              </span>
            </label>
          )
        })}
      </fieldset>
      <div class="row actions">
        <button type="submit" class="button second">
          {words.saveKinds}
        </button>
      </div>
    </Form>
  </details>
)
