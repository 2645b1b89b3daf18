import type { Campaign } from '../../domain/campaign.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { EssayVersion } from '../../domain/essay.ts'
import { formatDateTime, formatSpan } from '../../domain/time.ts'
import { type Letter, letter } from '../letter.ts'
import { duePhrase, owedPhrase } from './owed.ts'
import { topicLine, topicsPhrase } from './words.ts'

type Received = Pick<
  EssayVersion,
  'topic' | 'number' | 'receipt' | 'file' | 'paper' | 'receivedAt' | 'late' | 'lateBy' | 'onBehalf'
>

interface ReceiptData {
  readonly campaign: Pick<Campaign, 'name' | 'topics' | 'requiredTopics'>
  readonly enrolment: Pick<Enrolment, 'person' | 'heads' | 'tally'>
  readonly deadline: Deadline
  /** All topics of one hand-in. */
  readonly versions: readonly [Received, ...Received[]]
  readonly now: Date
  readonly publicUrl: string
}

const stillOwed = ({ campaign, enrolment, deadline, now }: ReceiptData): string =>
  enrolment.tally.missing === 0
    ? 'Đồng chí đã nộp đủ bài thu hoạch.'
    : `Đồng chí còn thiếu ${owedPhrase(campaign, enrolment)}. ${duePhrase(deadline, now)}`

/** What stands where a file has its name and its hash. */
const paperLine = (paper: Received['paper']): string =>
  `Bản giấy, do đơn vị giữ.${paper?.note == null ? '' : ` Ghi chú: ${paper.note}`}`

export const receiptLetter = (data: ReceiptData): Letter => {
  const { campaign, enrolment, versions, publicUrl } = data
  const [{ receivedAt, late, lateBy, file, paper, onBehalf }] = versions
  const topics = topicsPhrase(versions.map(({ topic }) => topic))
  return letter(`Đã nhận bài thu hoạch ${topics}`, enrolment.person.name, [
    `${file === null ? 'Đơn vị đã nhận bản giấy' : 'Hệ thống đã nhận'} bài thu hoạch ${topics} của đồng chí trong đợt “${campaign.name}” lúc ${formatDateTime(receivedAt)}, ${
      late ? `nộp muộn ${formatSpan(lateBy)}` : 'đúng hạn'
    }.${onBehalf && file !== null ? ' Bài do đơn vị nộp thay đồng chí.' : ''}`,
    versions.map(
      ({ topic, number, receipt }) =>
        `${topicLine(campaign, topic)}. Bản nộp lần ${number}, mã xác nhận: ${receipt}`,
    ),
    file === null ? paperLine(paper) : `Tệp: ${file.name}. Dấu vân tay của tệp (SHA-256): ${file.sha256}`,
    'Đồng chí hãy giữ thư này: mã xác nhận chứng tỏ bài đã nộp.',
    stillOwed(data),
    { href: publicUrl, label: 'Xem bài đã nộp' },
  ])
}
