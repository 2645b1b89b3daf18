import type { PastVersion } from '../domain/as-of.ts'
import type { Campaign } from '../domain/campaign.ts'
import { handInId } from '../domain/essay.ts'
import { topicLabel } from '../domain/naming.ts'
import { formatDateTime } from '../domain/time.ts'
import type { ReportEssay } from './essays.ts'

/** One hand-in of the bound volume: what one file, or one paper, was received for. */
export interface VolumeEssay {
  /** The person's number in the table by person. */
  readonly number: number
  readonly person: string
  readonly unit: string
  /** As the report counts: one for each topic. */
  readonly count: number
  /** `CĐ1, CĐ3` */
  readonly label: string
  /** What stands on its divider, each under its name. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly version: PastVersion
}

const received = ({ receivedAt, late, onBehalf }: PastVersion): string =>
  [formatDateTime(receivedAt), ...(late ? ['nộp muộn'] : []), ...(onBehalf ? ['đơn vị nộp thay'] : [])].join(
    ', ',
  )

/** The essays in the order of the report. What one file ticks several topics for is bound once. */
export const volumeEssays = (
  { topics }: Pick<Campaign, 'topics'>,
  essays: readonly ReportEssay[],
): readonly VolumeEssay[] => {
  const handIns = new Map<string, ReportEssay[]>()
  for (const essay of essays) {
    const key = `${essay.number} ${handInId(essay.version)}`
    handIns.set(key, [...(handIns.get(key) ?? []), essay])
  }
  const titles = new Map(topics.map(({ code, title }) => [code, title]))
  return [...handIns.values()].flatMap(together => {
    const [first] = together
    if (first === undefined) return []
    const { number, person, posts, unit, version } = first
    const codes = together.map(({ version }) => version.topic)
    const facts: VolumeEssay['facts'] = [
      ...(posts.length === 0 ? [] : [['Chức vụ', posts.join('; ')] as const]),
      ['Đơn vị', unit],
      ...codes.map((code, index) => {
        const title = titles.get(code)
        const name = index > 0 ? '' : 'Chuyên đề'
        return [name, title === undefined ? topicLabel(code) : `${topicLabel(code)}. ${title}`] as const
      }),
      ['Nhận bài', received(version)],
      ['Mã xác nhận', together.map(({ version }) => version.receipt).join(', ')],
    ]
    return [
      { number, person, unit, count: codes.length, label: codes.map(topicLabel).join(', '), facts, version },
    ]
  })
}
