import { FORMATS_WITHOUT_ESSAYS } from '../../../../domain/report-format.ts'
import { capitalised } from '../../../../domain/vietnamese.ts'
import { Field, problemAt } from '../../parts/form.tsx'
import { formatName } from '../../parts/format-name.ts'
import { REPORT_TIMES } from './form.ts'
import { Boxes, type FormProps } from './form-parts.tsx'
import { weekdaysFrom } from './weekdays.ts'

/** When reports of all units are compiled by themselves, and as what. */
export const ReportFields = (props: FormProps) => {
  const { typed, problems, language, words } = props
  return (
    <>
      <Boxes
        {...props}
        name="reportTimes"
        options={REPORT_TIMES.map(value => ({ value, label: words.times[value] }))}
        hint={words.reportTimesHint}
        isList
      />
      <Field name="reportDay" label={words.reportDay} problem={problemAt(problems, 'reportDay', language)}>
        <select id="reportDay" name="reportDay">
          <option value="">{capitalised(words.noDay)}</option>
          {weekdaysFrom(language).map(({ value, label }) => (
            <option key={value} value={value} selected={typed.reportDay === value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Boxes
        {...props}
        name="reportFormats"
        options={FORMATS_WITHOUT_ESSAYS.map(value => ({ value, label: formatName(value, language) }))}
        hint={words.reportFormatsHint}
      />
    </>
  )
}
