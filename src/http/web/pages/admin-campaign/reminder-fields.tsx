import { SWITCHABLE_KINDS } from '../../../../domain/mail-kind.ts'
import { TextField } from '../../parts/fields.tsx'
import { Field } from '../../parts/form.tsx'
import { MAIL_WORDS } from '../../parts/mail-words.ts'
import { Boxes, type FormProps, Line } from './form-parts.tsx'
import { weekdaysFrom } from './weekdays.ts'

/** When mails go out by themselves, and which. */
export const ReminderFields = (props: FormProps) => {
  const { typed, problems, language, words } = props
  const weekdays = weekdaysFrom(language)
  const { kind } = MAIL_WORDS[language]
  return (
    <>
      <Line {...props} name="daysBefore" hint={words.daysBeforeHint} />
      <Line {...props} name="everyDaysAfter" type="number" hint={words.everyHint} />
      <Line {...props} name="lastCallDays" type="number" hint={words.lastCallHint} />
      <Line {...props} name="hour" type="number" />
      <Boxes {...props} name="weekdays" options={weekdays} hint={words.weekdaysHint} />
      <TextField
        name="holidays"
        label={words.holidays}
        hint={words.holidaysHint}
        value={typed.holidays}
        problems={problems}
        language={language}
      />
      <Line {...props} name="quietFrom" type="number" hint={words.quietHint} />
      <Line {...props} name="quietTo" type="number" />
      <Boxes {...props} name="digestDays" options={weekdays} hint={words.digestDaysHint} />
      <Field name="mailLanguage" label={words.mailLanguage} problem={undefined}>
        <select id="mailLanguage" name="mailLanguage">
          <option value="vi" selected={typed.mailLanguage === 'vi'}>
            Tiếng Việt
          </option>
          <option value="en" selected={typed.mailLanguage === 'en'}>
            English
          </option>
        </select>
      </Field>
      <Boxes
        {...props}
        name="off"
        options={SWITCHABLE_KINDS.map(value => ({ value, label: kind[value] }))}
        hint={words.offHint}
        isList
      />
    </>
  )
}
