import type { Campaign } from '../domain/campaign.ts'
import { topicLabel } from '../domain/naming.ts'
import { percentOf, topicTotalsOf } from '../domain/progress.ts'
import type { Entry } from './entries.ts'
import type { Table } from './model.ts'

/** Topics do not add up where fewer than all of them are enough; so there is no last line. */
export const topicsTable = (campaign: Campaign, entries: readonly Entry[]): Table => ({
  title: 'Theo chuyên đề',
  note: 'Tính theo bài thu hoạch của những người không được miễn.',
  columns: [
    { key: 'number', title: 'STT', width: 6, type: 'integer', keep: 4 },
    { key: 'code', title: 'Mã', width: 8, type: 'text', keep: 4 },
    { key: 'topic', title: 'Chuyên đề', width: 80, type: 'text' },
    { key: 'submitted', title: 'Đã nộp', width: 10, type: 'integer' },
    { key: 'onTime', title: 'Đúng hạn', width: 10, type: 'integer' },
    { key: 'late', title: 'Nộp muộn', width: 10, type: 'integer' },
    { key: 'missing', title: 'Chưa nộp', width: 10, type: 'integer', alarm: 'above-zero' },
    { key: 'percent', title: 'Tỷ lệ %', width: 10, type: 'percent' },
  ],
  rows: topicTotalsOf(
    campaign,
    entries.map(entry => entry.standing),
  ).map(({ topic, submitted, onTime, late, missing }, index) => ({
    number: index + 1,
    code: topicLabel(topic),
    topic: campaign.topics[index]?.title ?? topic,
    submitted,
    onTime,
    late,
    missing,
    percent: percentOf(submitted, submitted + missing),
  })),
  totals: null,
})
