import type { PastEnrolment, PastVersion } from '../../../src/domain/as-of.ts'
import type { Campaign } from '../../../src/domain/campaign.ts'
import { type Letterhead, usualLetterhead } from '../../../src/domain/letterhead.ts'
import { type Entry, entriesOf } from '../../../src/reports/entries.ts'
import type { PastExtension } from '../../../src/reports/extended.ts'
import type { SignedDocument } from '../../../src/reports/model.ts'
import { reportDocument } from '../../../src/reports/report.ts'
import { CAMPAIGN, UNITS } from '../../support/cast.ts'

/** `CD1` on time, `CD2!` late, `CD3-` withdrawn, `CD3~` on paper; `CD4+CD5` in one file. */
export interface Somebody {
  readonly name: string
  readonly unit?: string
  readonly gave?: string
  readonly exempt?: boolean
  readonly more?: Partial<PastEnrolment>
}

const ENROLLED = new Date('2018-12-06T02:00:00Z')
const ON_TIME = new Date('2018-12-10T02:00:00Z')
const LATE = new Date('2018-12-20T02:00:00Z')
export const CUTOFF = new Date('2018-12-25T10:00:00Z')

let count = 0

const person = ({ name, unit = 'hung-yen-van-lam', exempt = false, more = {} }: Somebody): PastEnrolment => {
  count += 1
  return {
    id: `e${String(count).padStart(4, '0')}`,
    person: {
      name,
      birth: '1980-02-03',
      gender: null,
      staffCode: null,
      email: 'nguoi@test.example',
      phone: '0912345678',
    },
    unit,
    stays: [{ unit, since: ENROLLED }],
    posts: ['Uỷ viên BCH', 'Chủ tịch CĐCS'],
    exemption: exempt ? { id: 'x', reason: 'thai sản', at: ENROLLED, by: 's' } : null,
    pastExemptions: [],
    enrolledAt: ENROLLED,
    ...more,
  }
}

const versionsOf = (id: string, gave: string): PastVersion[] =>
  gave
    .split(' ')
    .filter(Boolean)
    .flatMap(file =>
      file.split('+').map((word): PastVersion => {
        const late = word.includes('!')
        const isPaper = word.endsWith('~')
        const handIn = `${id} ${file}`
        return {
          topic: word.replace(/[!~-]+$/, ''),
          number: 1,
          file: isPaper ? null : { id: handIn, name: 'bài.docx', type: 'docx', size: 9, sha256: 'ab' },
          paper: isPaper ? { id: handIn, note: null, recordedAt: LATE } : null,
          receivedAt: late ? LATE : ON_TIME,
          late,
          receipt: `TH-${id}-${word}`,
          onBehalf: false,
          withdrawnAt: word.endsWith('-') ? LATE : null,
        }
      }),
    )

const find = (code: string) => {
  const unit = UNITS.find(candidate => candidate.code === code)
  if (unit === undefined) throw new Error(`no unit ${code}`)
  return unit
}

/** The report of a unit over the given people. */
export const reportOf = (
  people: readonly Somebody[],
  {
    unit = 'hung-yen',
    campaign = CAMPAIGN,
    extensions = [],
    letterhead = {},
  }: {
    unit?: string
    campaign?: Campaign
    extensions?: readonly PastExtension[]
    letterhead?: Partial<Letterhead>
  } = {},
): { document: SignedDocument; entries: readonly Entry[] } => {
  const subject = {
    campaign,
    unit: find(unit),
    subtree: UNITS.filter(({ path }) => path.includes(unit)),
    cutoff: CUTOFF,
  }
  const collected = entriesOf(subject)
  for (const somebody of people) {
    const enrolment = person(somebody)
    collected.add(enrolment, versionsOf(enrolment.id, somebody.gave ?? ''))
  }
  const entries = collected.sorted()
  const above = UNITS.filter(({ code }) => subject.unit.path.slice(0, -1).includes(code))
  const document = reportDocument({
    subject,
    units: collected.units,
    entries,
    extensions,
    letterhead: { ...usualLetterhead(subject.unit, above), ...letterhead },
    date: new Date('2019-01-09T02:00:00Z'),
  })
  return { document, entries }
}
