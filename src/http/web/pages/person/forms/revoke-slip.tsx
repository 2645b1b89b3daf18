import { z } from 'zod'
import { revokeSlip } from '../../../../../commands/revoke-slip.ts'
import { problem } from '../../../../../domain/problems.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { formPages } from '../form-page.tsx'

export const endSlip = formPages({
  path: 'thu-hoi-phieu',
  action: 'issue-slip',
  title: (words, name) => words.slipTitle(name),
  submit: words => words.slipSubmit,
  isDanger: true,
  form: z.object({}),
  blank: () => ({}),
  refusals: ({ slip }) => (slip === 'unused' ? [] : [problem('no-slip-to-revoke')]),
  body: ({ words }) => <p>{words.slipLead}</p>,
  async run(ports, { actor, data: { campaign, enrolment }, now, words }) {
    return mapResult(await revokeSlip(ports)(actor, campaign.code, enrolment.id, now), () => words.slipDone)
  },
})
