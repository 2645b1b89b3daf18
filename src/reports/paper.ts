import type { Letterhead } from '../domain/letterhead.ts'
import { dayTotalsOf, topicTotalsOf, totalsOf } from '../domain/progress.ts'
import type { Branch } from './by-unit.ts'
import { daysChart } from './days-chart.ts'
import type { Entry, ReportSubject } from './entries.ts'
import type { Block, Paper, Table } from './model.ts'
import { headOf } from './paper-head.ts'
import { PAPER_RULES } from './paper-rules.ts'
import { daysText, listed, resultTexts, topicsText, unitsText } from './wording.ts'

const text = (text: string | null): readonly Block[] => (text === null ? [] : [{ kind: 'text', text }])

const basesOf = ({ bases }: Letterhead): readonly Block[] =>
  bases.map(basis => ({ kind: 'basis', text: `${basis.replace(/[;,.]+$/, '')};` }))

interface Parts {
  readonly subject: Omit<ReportSubject, 'subtree'>
  readonly letterhead: Letterhead
  readonly entries: readonly Entry[]
  readonly branches: readonly Branch[]
  /** Of the nation's paper alone. */
  readonly byGroup: Table | null
  readonly byUnit: Table
  readonly byTopic: Table
}

const blocksOf = ({
  subject,
  letterhead,
  entries,
  branches,
  byGroup,
  byUnit,
  byTopic,
}: Parts): readonly Block[] => {
  const { campaign, unit, cutoff } = subject
  const people = entries.map(({ standing }) => standing)
  const totals = totalsOf(people.map(({ tally }) => tally))
  const owing = branches.filter(branch => branch.totals.expected > 0)
  const chart = daysChart(campaign, dayTotalsOf(campaign, people))
  const open: readonly Block[] = [
    {
      kind: 'open',
      heading: 'Nhận xét, đánh giá',
      prompt: 'Đơn vị ghi nhận xét về chất lượng bài, tinh thần học tập, nguyên nhân nộp muộn hoặc chưa nộp.',
    },
    {
      kind: 'open',
      heading: 'Đề xuất, kiến nghị',
      prompt: 'Đơn vị ghi đề xuất, kiến nghị; xoá mục này nếu không có.',
    },
  ]
  const sections: readonly (readonly Block[])[] = [
    [
      { kind: 'heading', text: 'Kết quả chung' },
      ...resultTexts(totals, unit.name, cutoff).map((line): Block => ({ kind: 'text', text: line })),
    ],
    ...(byGroup === null || totals.people === 0
      ? []
      : ([
          [
            { kind: 'heading', text: 'Kết quả theo khối' },
            { kind: 'table', table: byGroup },
          ],
        ] satisfies Block[][])),
    ...(owing.length < 2
      ? []
      : ([
          [
            { kind: 'heading', text: 'Kết quả theo đơn vị' },
            ...text(unitsText(owing.filter(({ code }) => code !== unit.code))),
            { kind: 'table', table: byUnit },
          ],
        ] satisfies Block[][])),
    ...(totals.expected === 0
      ? []
      : ([
          [
            { kind: 'heading', text: 'Kết quả theo chuyên đề' },
            ...text(topicsText(campaign, topicTotalsOf(campaign, people))),
            { kind: 'table', table: byTopic },
          ],
        ] satisfies Block[][])),
    ...(chart === null
      ? []
      : ([
          [
            { kind: 'heading', text: 'Tiến độ nộp bài' },
            ...text(daysText(dayTotalsOf(campaign, people))),
            { kind: 'chart', chart },
          ],
        ] satisfies Block[][])),
    ...open.map(block => [block]),
  ]
  const to = letterhead.addressees.length === 0 ? '' : `, trân trọng báo cáo ${listed(letterhead.addressees)}`
  return [
    ...basesOf(letterhead),
    {
      kind: 'text',
      text: `Thực hiện đợt “${campaign.name}”, ${unit.name} báo cáo kết quả nộp bài thu hoạch như sau:`,
    },
    ...sections.flatMap((blocks, index) =>
      blocks.map((block): Block => {
        if (block.kind === 'heading') return { ...block, text: `${index + 1}. ${block.text}` }
        return block.kind === 'open' ? { ...block, heading: `${index + 1}. ${block.heading}` } : block
      }),
    ),
    { kind: 'closing', text: `Trên đây là kết quả nộp bài thu hoạch của ${unit.name}${to}./.` },
  ]
}

/** The administrative paper of a report, dated when it was asked for. */
export const reportPaper = (parts: Parts, date: Date): Paper => ({
  ...headOf(parts.letterhead, date),
  rules: PAPER_RULES[parts.letterhead.rules],
  title: 'BÁO CÁO',
  summary: `Kết quả nộp bài thu hoạch\nđợt “${parts.subject.campaign.name}”`,
  addressees: parts.letterhead.addressees,
  blocks: blocksOf(parts),
})
