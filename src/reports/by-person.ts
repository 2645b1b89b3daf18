import type { Birth } from '../domain/cadre.ts'
import type { Campaign, TopicCode } from '../domain/campaign.ts'
import { type EssayHead, type EssayState, isReceived } from '../domain/essay.ts'
import type { Entry } from './entries.ts'
import type { Cell, Column, Row, Table } from './model.ts'
import { rowsOf } from './rows.ts'

/** A full date is a date; a year stays a number. */
const birthCell = (birth: Birth | null): Cell => {
  if (birth === null) return null
  return birth.length === 4 ? Number(birth) : new Date(`${birth}T00:00:00+07:00`)
}

/** Why a topic counts for nothing although something was handed in for it once. */
const REOPENED: Partial<Record<EssayState, string>> = { withdrawn: 'Đã rút', returned: 'Đã trả lại' }

/** What stands where an essay is owed. */
const UNMET: readonly string[] = ['Chưa nộp', ...Object.values(REOPENED)]

/** The day it came, with what is to be said of it. */
const receivedCell = ({ submittedAt, late, paper }: EssayHead): Cell => {
  const marks = [...(late ? ['muộn'] : []), ...(paper === true ? ['bản giấy'] : [])]
  return marks.length === 0 ? submittedAt : { date: submittedAt, mark: marks.join(', ') }
}

const topicCell = ({ standing }: Entry, topic: TopicCode): Cell => {
  const head = standing.heads[topic]
  if (head !== undefined && isReceived(head.state)) return receivedCell(head)
  if (standing.exemptFor !== null) return 'Miễn'
  if (!standing.owed.includes(topic)) return null
  return (head && REOPENED[head.state]) ?? 'Chưa nộp'
}

/** A sheet shows `###` for a date that does not fit with its words: "20/12/2018 (muộn, bản giấy)". */
const widthOf = (entries: readonly Entry[], topic: TopicCode): number =>
  entries.some(({ standing }) => standing.heads[topic]?.paper === true) ? 28 : 18

/** What somebody still owes in words; nothing for him who owes nothing. */
export const remark = ({ standing: { tally, exemptFor } }: Entry): string | null => {
  if (exemptFor !== null) return `Miễn: ${exemptFor}`
  if (tally.state === 'nothing') return 'Chưa nộp bài nào'
  const owes = tally.missing > 0 ? `Còn thiếu ${tally.missing} bài` : null
  const late = tally.isLate ? 'Có bài nộp muộn' : null
  return [owes, late].filter(part => part !== null).join('; ') || null
}

/** How every table of people begins. */
export const personColumns: readonly Column[] = [
  { key: 'number', title: 'STT', width: 6, type: 'integer', keep: 4 },
  { key: 'name', title: 'Họ và tên', width: 26, type: 'text', keep: 16 },
  { key: 'birth', title: 'Ngày sinh', width: 12, type: 'date' },
  { key: 'posts', title: 'Chức vụ', width: 32, type: 'text' },
  { key: 'unit', title: 'Đơn vị', width: 36, type: 'text' },
]

export const personCells = ({ enrolment: { person, posts }, unit }: Entry, index: number): Row => ({
  number: index + 1,
  name: person.name,
  birth: birthCell(person.birth),
  posts: posts.join('; '),
  unit: unit.label,
})

export const peopleTable = ({ topics }: Campaign, entries: readonly Entry[]): Table => ({
  title: 'Theo người',
  appendix: { number: 'II', title: 'Kết quả nộp bài thu hoạch của từng cán bộ' },
  isLandscape: true,
  note: 'Cột chuyên đề ghi ngày nộp bài được tính gần nhất, hoặc trạng thái.',
  columns: [
    ...personColumns,
    ...topics.map(
      ({ code }, index): Column => ({
        key: code,
        title: `Chuyên đề ${index + 1}`,
        width: widthOf(entries, code),
        type: 'date',
        alarm: UNMET,
      }),
    ),
    { key: 'remark', title: 'Ghi chú', width: 36, type: 'text' },
  ],
  rows: rowsOf(entries, (entry, index) => ({
    ...personCells(entry, index),
    ...Object.fromEntries(topics.map(({ code }) => [code, topicCell(entry, code)])),
    remark: remark(entry),
  })),
  totals: null,
})
