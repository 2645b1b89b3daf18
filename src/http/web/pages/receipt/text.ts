import type { EnrolmentView } from '../../../../queries/enrolment.ts'
import { momentIn } from '../../parts/moment.tsx'
import type { SharedWords } from '../../words.ts'
import { type HandIn, verdictIn } from './view.tsx'
import type { ReceiptWords } from './words.ts'

/** A receipt to keep as a file that every device opens. */
export const receiptText = (
  { campaign, enrolment }: EnrolmentView,
  handIn: HandIn,
  publicUrl: string,
  words: ReceiptWords,
  shared: SharedWords,
): string => {
  const [version] = handIn
  const { file } = version
  const facts = [
    [words.campaign, campaign.name],
    [words.name, enrolment.person.name],
    [
      words.time,
      `${momentIn(version.receivedAt, shared)}, ${verdictIn(version, words, shared).toLowerCase()}`,
    ],
    ...(file === null
      ? [[words.file, shared.paper]]
      : [
          [words.file, file.type === 'txt' ? shared.typed : file.name],
          [words.fingerprint, file.sha256],
        ]),
  ]
  const receipts = handIn.flatMap(({ topic, number, receipt, withdrawnAt }) => [
    '',
    `${words.topic(campaign.topics.findIndex(({ code }) => code === topic) + 1)}, ${words.version(number).toLowerCase()}`,
    `${words.code}: ${receipt}`,
    `${words.check}: ${publicUrl}/giay-xac-nhan/${receipt}`,
    ...(withdrawnAt === null ? [] : [words.withdrawn(momentIn(withdrawnAt, shared))]),
  ])
  return [
    `${shared.product} – ${words.title}`,
    '',
    ...facts.map(fact => fact.join(': ')),
    ...receipts,
    '',
    words.keep,
    '',
  ].join('\r\n')
}
