import { z } from 'zod'
import { endExemption } from '../../../../../commands/end-exemption.ts'
import { grantExemption } from '../../../../../commands/grant-exemption.ts'
import { problem } from '../../../../../domain/problems.ts'
import { mapResult, refuse } from '../../../../../domain/result.ts'
import { ReasonField, reasonOf } from '../../../parts/reason.tsx'
import { asked, formPages, typedText } from '../form-page.tsx'

export const exempt = formPages({
  path: 'mien',
  action: 'grant-exemption',
  title: (words, name) => words.exemptTitle(name),
  submit: words => words.exemptSubmit,
  form: z.object({ reason: typedText }),
  blank: () => ({ reason: '' }),
  refusals: ({ enrolment }) => (enrolment.exemption === null ? [] : [problem('already-exempt')]),
  body: props => (
    <>
      <p>{props.words.exemptLead}</p>
      <ReasonField {...props} />
    </>
  ),
  async run(ports, { actor, data: { campaign, enrolment }, now, words }, typed) {
    const input = asked(z.object({ reason: reasonOf(words) }), typed)
    if (!input.ok) return input
    const given = { enrolment: enrolment.id, ...input.value }
    return mapResult(await grantExemption(ports)(actor, campaign.code, given, now), () => words.exemptDone)
  },
})

export const include = formPages({
  path: 'thoi-mien',
  action: 'grant-exemption',
  title: (words, name) => words.includeTitle(name),
  submit: words => words.includeSubmit,
  form: z.object({}),
  blank: () => ({}),
  refusals: ({ enrolment }) => (enrolment.exemption === null ? [problem('not-exempt')] : []),
  body: ({ data, words }) => <p>{words.includeLead(data.enrolment.exemption?.reason ?? '')}</p>,
  async run(ports, { actor, data: { campaign, enrolment }, now, words }) {
    if (enrolment.exemption === null) return refuse(problem('not-exempt'))
    const ended = await endExemption(ports)(actor, campaign.code, enrolment.exemption.id, now)
    return mapResult(ended, () => words.includeDone)
  },
})
