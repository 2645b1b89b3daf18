import { expect } from 'chai'
import type { EssayHead } from '../../../src/domain/essay.ts'
import { countNowOnTime, rejudged } from '../../../src/domain/rejudge.ts'

const dates = { dueAt: new Date('2018-12-14T10:00:00Z'), graceSeconds: 300 }
const head = (submittedAt: string, late: boolean, state: EssayHead['state'] = 'late'): EssayHead => ({
  state,
  version: 1,
  submittedAt: new Date(submittedAt),
  late,
})

describe('judging again after the due date moved', () => {
  const CASES = [
    ['came within the new date', head('2018-12-14T10:05:00Z', true), false, 'submitted'],
    ['came after the grace of the new date', head('2018-12-14T10:05:01Z', true), true, 'late'],
    ['was accepted meanwhile', head('2018-12-13T00:00:00Z', true, 'accepted'), false, 'accepted'],
    ['was withdrawn', head('2018-12-13T00:00:00Z', true, 'withdrawn'), false, 'withdrawn'],
    [
      'was told it was on time stays so',
      head('2018-12-20T00:00:00Z', false, 'submitted'),
      false,
      'submitted',
    ],
  ] as const
  for (const [name, before, late, state] of CASES)
    it(`an essay that ${name}`, () => {
      expect(rejudged(dates, { CD1: before })['CD1']).to.deep.equal({ ...before, late, state })
      expect(countNowOnTime(dates, { CD1: before })).to.equal(before.late && !late ? 1 : 0)
    })
})
