import { z } from 'zod'
import { withdrawEssay } from '../../../../../commands/withdraw-essay.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { checkWithdrawal } from '../../../../../domain/submission.ts'
import { momentIn } from '../../../parts/moment.tsx'
import { topicNumber } from '../../../parts/topics.tsx'
import { formPages, typedText } from '../form-page.tsx'

export const withdraw = formPages({
  path: 'rut',
  action: 'withdraw-essay',
  title: (words, name) => words.withdrawTitle(name),
  submit: words => words.withdrawSubmit,
  isDanger: true,
  form: z.object({ topic: typedText }),
  blank: (_data, _now, { cd }) => ({ topic: cd ?? '' }),
  refusals: ({ enrolment, deadline }, now, { topic }) => checkWithdrawal(enrolment, topic, deadline, now),
  body({ data, typed: { topic }, words, shared }) {
    const head = data.enrolment.heads[topic]
    return (
      <>
        <input type="hidden" name="topic" value={topic} />
        {head === undefined ? null : (
          <p>
            {words.withdrawLead(
              topicNumber(data.campaign, topic),
              head.version,
              momentIn(head.submittedAt, shared),
            )}
          </p>
        )}
        <p>{words.withdrawKept(momentIn(data.deadline.dueAt, shared))}</p>
      </>
    )
  },
  async run(ports, { actor, data, now, words }, { topic }) {
    const asked = { campaign: data.campaign.code, enrolment: data.enrolment.id, topic }
    const withdrawn = await withdrawEssay(ports)(actor, asked, now)
    return mapResult(withdrawn, () => words.withdrawDone(topicNumber(data.campaign, topic)))
  },
})
