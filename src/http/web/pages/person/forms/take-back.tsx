import { z } from 'zod'
import { takeBackPaper } from '../../../../../commands/take-back-paper.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { checkTakingBack } from '../../../../../domain/submission.ts'
import { momentIn } from '../../../parts/moment.tsx'
import { ReasonField, reasonOf } from '../../../parts/reason.tsx'
import { topicNumber } from '../../../parts/topics.tsx'
import { asked, formPages, typedText } from '../form-page.tsx'

export const takeBack = formPages({
  path: 'go-ban-giay',
  action: 'take-back-paper',
  title: (words, name) => words.takeBackTitle(name),
  submit: words => words.takeBackSubmit,
  isDanger: true,
  form: z.object({ topic: typedText, reason: typedText }),
  blank: (_data, _now, { cd }) => ({ topic: cd ?? '', reason: '' }),
  refusals: ({ enrolment, deadline }, now, { topic }) => checkTakingBack(enrolment, topic, deadline, now),
  body(props) {
    const { data, typed, words, shared } = props
    const head = data.enrolment.heads[typed.topic]
    return (
      <>
        <input type="hidden" name="topic" value={typed.topic} />
        {head === undefined ? null : (
          <p>
            {words.takeBackLead(
              topicNumber(data.campaign, typed.topic),
              head.version,
              momentIn(head.submittedAt, shared),
            )}
          </p>
        )}
        <p>{words.takeBackKept(momentIn(data.deadline.closesAt, shared))}</p>
        <ReasonField {...props} />
      </>
    )
  },
  async run(ports, { actor, data, now, words }, { topic, reason }) {
    const input = asked(z.object({ reason: reasonOf(words) }), { reason })
    if (!input.ok) return input
    const { campaign, enrolment } = data
    const given = { campaign: campaign.code, enrolment: enrolment.id, topic, ...input.value }
    const taken = await takeBackPaper(ports)(actor, given, now)
    return mapResult(taken, () => words.takeBackDone(topicNumber(campaign, topic)))
  },
})
