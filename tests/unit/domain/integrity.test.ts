import { expect } from 'chai'
import { tallyOf } from '../../../src/domain/completion.ts'
import type { Enrolment } from '../../../src/domain/enrolment.ts'
import type { EssayVersion } from '../../../src/domain/essay.ts'
import { enrolmentFaults } from '../../../src/domain/integrity.ts'
import { withVersions } from '../../../src/domain/submission.ts'
import { CAMPAIGN } from '../../support/cast.ts'

const at = new Date('2018-12-08T02:00:00Z')
const file = { id: 'f1', name: 'bài.pdf', type: 'pdf', size: 1, sha256: 'x' } as const
const paper = { id: 'p1', note: null, recordedAt: at }

const enrolment: Enrolment = {
  id: 'e1',
  campaign: CAMPAIGN.code,
  cadre: 'c1',
  person: { name: 'An', birth: null, gender: null, staffCode: null, email: null, phone: null },
  unit: 'hung-yen',
  path: ['tld', 'hung-yen'],
  stays: [],
  posts: [],
  venue: null,
  exemption: null,
  pastExemptions: [],
  heads: {},
  tally: tallyOf(CAMPAIGN, {}, false),
  enrolledAt: at,
}

const version = (essay: Pick<EssayVersion, 'file' | 'paper'>): EssayVersion => ({
  id: 'v1',
  campaign: CAMPAIGN.code,
  enrolment: 'e1',
  topic: 'CD1',
  number: 1,
  ...essay,
  receivedAt: at,
  late: false,
  lateBy: 0,
  receipt: 'TH-1',
  idempotencyKey: null,
  by: 's',
  byName: 'S',
  onBehalf: true,
  withdrawnAt: null,
})

const faultsOf = (head: EssayVersion, stored: EssayVersion) =>
  enrolmentFaults(CAMPAIGN, withVersions(enrolment, CAMPAIGN, [head]), [stored])

describe('an essay on paper', () => {
  const onPaper = version({ file: null, paper })
  const onFile = version({ file, paper: null })

  it('is whole without a file', () => {
    expect(faultsOf(onPaper, onPaper)).to.deep.equal([])
    expect(faultsOf(onFile, onFile)).to.deep.equal([])
  })

  it('contradicts a head of a file, and a file a head on paper', () => {
    expect(faultsOf(onFile, onPaper)).to.have.length(1)
    expect(faultsOf(onPaper, onFile)).to.have.length(1)
  })

  it('is neither nothing nor both', () => {
    const nothing = version({ file: null, paper: null })
    const both = version({ file, paper })
    expect(faultsOf(nothing, nothing)).to.have.length(1)
    expect(faultsOf(both, both)).to.have.length(1)
  })
})
