import { z } from 'zod'
import { recordPaper } from '../../../../../commands/record-paper.ts'
import { problem } from '../../../../../domain/problems.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { wallClock } from '../../../../../domain/time.ts'
import { line } from '../../../../../wire/campaign.ts'
import { uploadFields } from '../../../../receive-essay.ts'
import { InputField, TextField } from '../../../parts/fields.tsx'
import { problemAt } from '../../../parts/form.tsx'
import { TopicChoices } from '../../../parts/topic-choices.tsx'
import { asked, formPages, typedText } from '../form-page.tsx'

const form = z.object({
  topics: uploadFields.shape.topics,
  receivedAt: typedText,
  note: typedText,
  /** However often it is sent, it is written down once. */
  key: z.string().max(60),
})

/** As the browser's field has it: `2018-12-13T10:00`, in Hanoi. */
const inField = (at: Date): string => wallClock(at).toISOString().slice(0, 16)

export const paper = (randomKey: () => string) =>
  formPages({
    path: 'ban-giay',
    action: 'record-paper',
    title: (words, name) => words.paperTitle(name),
    submit: words => words.paperSubmit,
    form,
    blank: (_data, now) => ({ topics: [], receivedAt: inField(now), note: '', key: randomKey() }),
    refusals: ({ enrolment }) => (enrolment.exemption === null ? [] : [problem('exempt-from-writing')]),
    body: props => (
      <>
        <p>{props.words.paperLead}</p>
        <input type="hidden" name="key" value={props.typed.key} />
        <TopicChoices
          data={props.data}
          chosen={props.typed.topics}
          legend={props.words.paperTopics}
          topicName={props.words.paperTopic}
          problem={problemAt(props.problems, 'topics', props.language)}
          words={props.shared}
        />
        <InputField
          name="receivedAt"
          type="datetime-local"
          label={props.words.receivedAt}
          hint={props.words.receivedAtHint}
          value={props.typed.receivedAt}
          max={inField(props.now)}
          problems={props.problems}
          language={props.language}
        />
        <TextField
          name="note"
          label={props.words.note}
          hint={props.words.noteHint}
          value={props.typed.note}
          problems={props.problems}
          language={props.language}
        />
      </>
    ),
    async run(ports, { actor, data: { campaign, enrolment }, now, words }, typed) {
      const needed = z.object({
        receivedAt: z
          .string()
          .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, words.receivedAtNeeded)
          .transform(local => new Date(`${local}+07:00`))
          .refine(at => !Number.isNaN(at.getTime()), words.receivedAtNeeded),
        note: z.union([z.literal('').transform(() => null), line(500)]),
      })
      const input = asked(needed, { ...typed, note: typed.note.trim() })
      if (!input.ok) return input
      const versions = await recordPaper(ports)(
        actor,
        {
          campaign: campaign.code,
          enrolment: enrolment.id,
          topics: typed.topics,
          idempotencyKey: typed.key,
          ...input.value,
        },
        now,
      )
      return mapResult(versions, list => words.paperDone(list.map(({ receipt }) => receipt).join(', ')))
    },
  })
