import { expect } from 'chai'
import {
  type Action,
  type Actor,
  HOUSE,
  mayNever,
  reachesEnrolment,
  reachesUnit,
  rolesOf,
  scopeOf,
  unitsOf,
} from '../../../src/domain/permission.ts'

const actor = (grants: Actor['grants'], cadre: string | null = null): Actor => ({
  id: 'x',
  name: 'X',
  grants,
  cadre,
})
const ACTORS = {
  cadre: actor([], 'c-1'),
  staff: actor([{ role: 'staff', units: ['hung-yen'] }]),
  trainer: actor([{ role: 'trainer', units: ['hung-yen'] }]),
  admin: actor([{ role: 'admin' }]),
}
const MINE = { path: ['tld', 'hung-yen', 'hung-yen-van-lam'], cadre: 'c-1' }
const NEIGHBOUR = { path: ['tld', 'hung-yen', 'hung-yen-van-lam'], cadre: 'c-2' }
const ELSEWHERE = { path: ['tld', 'hai-duong'], cadre: 'c-3' }

/** What each role reaches: of the cadre's own enrolment, his neighbour's in Hưng Yên, and one in Hải Dương. */
describe('what each role reaches', () => {
  const nothing = '---'
  const table: Record<Action, [cadre: string, staff: string, trainer: string, admin: string]> = {
    'see-campaign': ['m--', 'mn-', 'mn-', 'mne'],
    'edit-campaign': [nothing, nothing, nothing, 'mne'],
    'edit-units': [nothing, nothing, nothing, 'mne'],
    'see-unit': [nothing, 'mn-', 'mn-', 'mne'],
    'import-roster': [nothing, 'mn-', nothing, 'mne'],
    'gather-essays': [nothing, 'mn-', nothing, 'mne'],
    'see-enrolment': ['m--', 'mn-', 'mn-', 'mne'],
    'list-enrolments': [nothing, 'mn-', 'mn-', 'mne'],
    'hand-in': ['m--', 'mn-', nothing, 'mne'],
    'withdraw-essay': ['m--', 'mn-', nothing, 'mne'],
    'review-essay': [nothing, nothing, 'mn-', 'mne'],
    'record-paper': [nothing, 'mn-', nothing, 'mne'],
    'take-back-paper': [nothing, 'mn-', nothing, 'mne'],
    'see-history': [nothing, 'mn-', nothing, 'mne'],
    'move-person': [nothing, 'mn-', nothing, 'mne'],
    'edit-contact': [nothing, 'mn-', nothing, 'mne'],
    'issue-slip': [nothing, 'mn-', nothing, 'mne'],
    'see-progress': [nothing, 'mn-', 'mn-', 'mne'],
    'see-extension': [nothing, 'mn-', nothing, 'mne'],
    'grant-extension': [nothing, 'mn-', nothing, 'mne'],
    'request-extension': ['m--', nothing, nothing, nothing],
    'change-contact': ['m--', nothing, nothing, nothing],
    'grant-exemption': [nothing, 'mn-', nothing, 'mne'],
    'send-reminder': [nothing, 'mn-', nothing, 'mne'],
    'see-report': [nothing, 'mn-', 'mn-', 'mne'],
    'compile-report': [nothing, 'mn-', nothing, 'mne'],
    'compile-nation': [nothing, nothing, 'mn-', 'mne'],
    'manage-accounts': [nothing, nothing, nothing, 'mne'],
    'see-audit': [nothing, nothing, nothing, 'mne'],
    'see-work': [nothing, nothing, nothing, 'mne'],
    'test-mail': [nothing, nothing, nothing, 'mne'],
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a Record are its keys
  for (const [action, reached] of Object.entries(table) as [Action, string[]][])
    for (const [i, role] of (['cadre', 'staff', 'trainer', 'admin'] as const).entries())
      it(`${role}: ${action} → ${reached[i]}`, () => {
        const scope = scopeOf(ACTORS[role], action)
        const letters = [MINE, NEIGHBOUR, ELSEWHERE].map((enrolment, n) =>
          reachesEnrolment(scope, enrolment) ? 'mne'[n] : '-',
        )
        expect(letters.join('')).to.equal(reached[i])
        expect(mayNever(scope)).to.equal(reached[i] === nothing)
      })
})

describe('an actor', () => {
  it('with several grants reaches all of them, each with its own actions', () => {
    const both = actor(
      [
        { role: 'staff', units: ['hung-yen'] },
        { role: 'trainer', units: ['hai-duong'] },
      ],
      'c-9',
    )
    expect(scopeOf(both, 'see-progress')).to.deep.equal({
      kind: 'some',
      units: ['hung-yen', 'hai-duong'],
      cadre: null,
    })
    expect(scopeOf(both, 'hand-in')).to.deep.equal({ kind: 'some', units: ['hung-yen'], cadre: 'c-9' })
    expect(rolesOf(both)).to.deep.equal(['cadre', 'staff', 'trainer'])
    expect(unitsOf(both)).to.deep.equal(['hung-yen', 'hai-duong'])
  })

  it('who is the house reaches everything', () => {
    expect(scopeOf(HOUSE, 'edit-campaign')).to.deep.equal({ kind: 'everything' })
  })

  it('never reaches upwards or sideways', () => {
    const scope = scopeOf(ACTORS.staff, 'see-unit')
    expect(reachesUnit(scope, ['tld', 'hung-yen'])).to.equal(true)
    expect(reachesUnit(scope, ['tld', 'hung-yen', 'hung-yen-van-lam'])).to.equal(true)
    expect(reachesUnit(scope, ['tld'])).to.equal(false)
    expect(reachesUnit(scope, ['tld', 'hung-yen-gia'])).to.equal(false)
  })
})
