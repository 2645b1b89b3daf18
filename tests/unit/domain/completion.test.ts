import { expect } from 'chai'
import { owedTopics, tallyOf } from '../../../src/domain/completion.ts'
import type { EssayHead, EssayState } from '../../../src/domain/essay.ts'

const topics = ['CD1', 'CD2', 'CD3', 'CD4', 'CD5'].map(code => ({ code, title: code }))
const head = (state: EssayState, late = state === 'late'): EssayHead => ({
  state,
  version: 1,
  submittedAt: new Date(0),
  late,
})

/** One letter a topic: s submitted, l late, a accepted, A accepted and late, r returned, w withdrawn, d draft, - none. */
const HEADS: Readonly<Record<string, EssayHead>> = {
  s: head('submitted'),
  l: head('late'),
  a: head('accepted'),
  A: head('accepted', true),
  r: head('returned'),
  w: head('withdrawn'),
  d: head('draft'),
}
const headsOf = (letters: string) =>
  Object.fromEntries(
    [...letters].flatMap((letter, i) => {
      const entry = HEADS[letter]
      return entry === undefined ? [] : [[`CD${i + 1}`, entry]]
    }),
  )

describe('how complete somebody is', () => {
  const table: [
    essays: string,
    required: 'all' | number,
    exempt: boolean,
    state: string,
    onTime: number,
    late: number,
    missing: number,
    owed: string,
  ][] = [
    ['-----', 'all', false, 'nothing', 0, 0, 5, '12345'],
    ['sssss', 'all', false, 'complete', 5, 0, 0, ''],
    ['ssss-', 'all', false, 'partial', 4, 0, 1, '5'],
    ['lllll', 'all', false, 'complete', 0, 5, 0, ''],
    ['sl---', 'all', false, 'partial', 1, 1, 3, '345'],
    ['aAs--', 'all', false, 'partial', 2, 1, 2, '45'],
    ['rwd--', 'all', false, 'nothing', 0, 0, 5, '12345'],
    ['ssssr', 'all', false, 'partial', 4, 0, 1, '5'],
    ['ssssw', 'all', false, 'partial', 4, 0, 1, '5'],
    ['--s--', 3, false, 'partial', 1, 0, 2, '1245'],
    ['s-s-s', 3, false, 'complete', 3, 0, 0, ''],
    // Where more came than are needed, those on time count first.
    ['lssss', 3, false, 'complete', 3, 0, 0, ''],
    ['llss-', 3, false, 'complete', 2, 1, 0, ''],
    ['lllll', 3, false, 'complete', 0, 3, 0, ''],
    ['sssss', 9, false, 'complete', 5, 0, 0, ''],
    ['ssss-', 9, false, 'partial', 4, 0, 1, '5'],
    ['-----', 'all', true, 'exempt', 0, 0, 0, ''],
    ['slss-', 'all', true, 'exempt', 0, 0, 0, ''],
    // A topic that the campaign has no more does not count.
    ['-----s', 'all', false, 'nothing', 0, 0, 5, '12345'],
  ]
  for (const [essays, requiredTopics, exempt, state, onTime, late, missing, owed] of table)
    it(`${essays} of ${requiredTopics}${exempt ? ', exempt' : ''}: ${state}, ${onTime}+${late}, owes ${missing}`, () => {
      const campaign = { topics, requiredTopics }
      const tally = tallyOf(campaign, headsOf(essays), exempt)
      expect(tally).to.deep.equal({
        state,
        isLate: late > 0,
        expected: onTime + late + missing,
        submitted: onTime + late,
        onTime,
        late,
        missing,
      })
      expect(owedTopics(campaign, headsOf(essays), exempt)).to.deep.equal([...owed].map(n => `CD${n}`))
    })
})
