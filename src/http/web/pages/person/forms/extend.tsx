import { z } from 'zod'
import { grantExtension } from '../../../../../commands/grant-extension.ts'
import { problem } from '../../../../../domain/problems.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { DAY, formatTime, onDay } from '../../../../../domain/time.ts'
import { DayField } from '../../../parts/fields.tsx'
import { momentIn } from '../../../parts/moment.tsx'
import { ReasonField, reasonOf } from '../../../parts/reason.tsx'
import { asked, formPages, typedText } from '../form-page.tsx'

export const extend = formPages({
  path: 'gia-han',
  action: 'grant-extension',
  title: (words, name) => words.extendTitle(name),
  submit: words => words.extendSubmit,
  form: z.object({ dueAt: typedText, reason: typedText }),
  blank: () => ({ dueAt: '', reason: '' }),
  refusals: ({ enrolment }) => (enrolment.tally.missing === 0 ? [problem('nothing-owed')] : []),
  body: props => (
    <>
      <p>{props.words.dueNow(momentIn(props.data.deadline.dueAt, props.shared))}</p>
      <DayField
        name="dueAt"
        label={props.words.dueAt}
        hint={props.shared.atTimeOfDay(formatTime(props.data.deadline.dueAt))}
        value={props.typed.dueAt}
        min={new Date(props.data.deadline.dueAt.getTime() + DAY)}
        problems={props.problems}
        language={props.language}
      />
      <ReasonField {...props} />
    </>
  ),
  async run(ports, { actor, data: { campaign, enrolment, deadline }, now, words, shared }, typed) {
    const input = asked(z.object({ dueAt: z.iso.date(words.dateNeeded), reason: reasonOf(words) }), typed)
    if (!input.ok) return input
    const { dueAt, reason } = input.value
    const granted = await grantExtension(ports)(
      actor,
      campaign.code,
      { enrolment: enrolment.id, dueAt: onDay(dueAt, deadline.dueAt), reason },
      now,
    )
    return mapResult(granted, extension => words.extendDone(momentIn(extension.dueAt, shared)))
  },
})
