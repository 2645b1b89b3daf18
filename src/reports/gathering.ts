import type { Enrolment } from '../domain/enrolment.ts'
import type { Gathered, GatheredState, Gathering } from '../domain/gathering.ts'
import { topicLabel } from '../domain/naming.ts'
import { sentence } from '../domain/problems.ts'
import { formatDateTime } from '../domain/time.ts'
import type { Unit } from '../domain/unit.ts'
import type { ReportDocument } from './model.ts'

const STATES: Readonly<Record<GatheredState, string>> = {
  'handed-in': 'Đã nộp',
  same: 'Đã có từ trước',
  refused: 'Không nộp được',
  skipped: 'Bỏ qua',
  waiting: 'Chưa rõ, không nộp',
}

/** What became of every file, with its receipts or the reason. */
export const gatheringDocument = (
  gathering: Gathering,
  unit: Unit,
  files: readonly Gathered[],
  people: ReadonlyMap<string, Pick<Enrolment, 'person'>>,
): ReportDocument => ({
  title: 'Kết quả nộp bài thu gom',
  lines: [unit.name, `Xác nhận lúc ${formatDateTime(gathering.confirmedAt ?? gathering.startedAt)}`],
  cutoff: gathering.finishedAt ?? gathering.startedAt,
  tables: [
    {
      title: 'Kết quả',
      note: null,
      columns: [
        { key: 'path', title: 'Tệp', width: 50, type: 'text' },
        { key: 'person', title: 'Họ và tên', width: 28, type: 'text' },
        { key: 'topics', title: 'Chuyên đề', width: 16, type: 'text' },
        { key: 'state', title: 'Kết quả', width: 18, type: 'text' },
        { key: 'receipts', title: 'Mã xác nhận', width: 44, type: 'text' },
        { key: 'reason', title: 'Lý do', width: 60, type: 'text' },
      ],
      rows: files.map(({ path, enrolment, topics, state, receipts, problem }) => ({
        path,
        person: people.get(enrolment ?? '')?.person.name ?? null,
        topics: topics.map(topicLabel).join(', '),
        state: STATES[state],
        receipts: receipts.map(({ code }) => code).join(', '),
        reason: problem && sentence(problem),
      })),
      totals: null,
    },
  ],
})
