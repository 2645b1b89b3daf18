import { expect } from 'chai'
import type { Person } from '../../../../src/domain/cadre.ts'
import type { Entry, RosterFile } from '../../../../src/domain/roster/entries.ts'
import { dueIn, outcomeOf } from '../../../../src/domain/roster/outcome.ts'
import { type Known, type Plan, planImport } from '../../../../src/domain/roster/plan.ts'
import { UNITS } from '../../../support/cast.ts'

const unit = (code: string) => UNITS.find(unit => unit.code === code)!
const VAN_LAM = unit('hung-yen-van-lam')
const VAN_GIANG = unit('hung-yen-van-giang')
const CHI_LINH = unit('hai-duong-chi-linh')

const person = (given: Partial<Person>): Person => ({
  name: 'Trần Văn An',
  birth: null,
  gender: null,
  staffCode: null,
  email: null,
  phone: null,
  ...given,
})

const entry = (given: Partial<Person>, more: Partial<Entry> = {}): Entry => {
  const units = more.units ?? [VAN_LAM]
  const row = { person: person(given), posts: [], venue: null, wrong: [], sheet: '', row: 2, unit: units[0]! }
  return { person: row.person, units, posts: ['Chủ tịch'], venue: null, rows: [row], ...more }
}

const known = (
  cadre: string,
  given: Partial<Person>,
  { at = VAN_LAM, isVisible = true, isEnrolled = true } = {},
): Known => ({
  cadre,
  person: person(given),
  standing: isEnrolled
    ? {
        id: `e-${cadre}`,
        cadre,
        person: person(given),
        unit: at.code,
        path: at.path,
        posts: ['Chủ tịch'],
        venue: null,
      }
    : null,
  units: [at.code],
  isVisible,
})

const run = (entries: Entry[], people: Known[], rejectedPeople: Person[] = []) => {
  const file: RosterFile = { entries, rejected: [], warnings: [], rejectedPeople }
  const work = planImport(file, people)
  let next = work.next()
  while (next.done !== true) next = work.next()
  const plan: Plan = next.value
  const outcome = outcomeOf(unit('hung-yen'), file, plan, people, dueIn(plan))
  return { plan, outcome, kinds: plan.steps.map(step => step.kind) }
}

const MAIL = { email: 'an@x.vn' }

describe('what an import does', () => {
  it('creates who is not known, keeps who is as he was, updates who is not', () => {
    const people = [known('a', MAIL), known('b', { email: 'b@x.vn' })]
    const { kinds, outcome } = run(
      [entry({ email: 'neu@x.vn' }), entry(MAIL), entry({ email: 'b@x.vn', phone: '0912000111' })],
      people,
    )
    expect(kinds).to.deep.equal(['create', 'keep', 'update'])
    expect(outcome).to.include({ rows: 3, created: 1, updated: 1, unchanged: 1, moved: 0, merged: 0 })
  })

  it('moves who stands under another unit now, unless the file also holds him where he was', () => {
    const moved = run([entry(MAIL, { units: [VAN_GIANG] })], [known('a', MAIL)])
    expect(moved.outcome.moves).to.deep.equal([
      { id: 'e-a', name: 'Trần Văn An', from: VAN_LAM.code, to: VAN_GIANG.code },
    ])
    expect(run([entry(MAIL, { units: [VAN_GIANG, VAN_LAM] })], [known('a', MAIL)]).kinds).to.deep.equal([
      'keep',
    ])
  })

  it('takes two entries that mean one known person for one', () => {
    const somebody = known('a', { ...MAIL, phone: '0912000111' })
    const { kinds, outcome } = run(
      [entry(MAIL), entry({ phone: '0912000111' }, { posts: ['Ủy viên'] })],
      [somebody],
    )
    expect(kinds).to.deep.equal(['update'])
    expect(outcome).to.include({ rows: 2, updated: 1, merged: 1 })
  })

  it('does not clear what the file does not say', () => {
    const { kinds } = run(
      [entry(MAIL, { posts: [] })],
      [known('a', { ...MAIL, birth: '1970-01-02', phone: '0912000111' })],
    )
    expect(kinds).to.deep.equal(['keep'])
  })

  it('enrols who is known from another campaign as himself', () => {
    const { plan } = run([entry(MAIL)], [known('a', MAIL, { isEnrolled: false })])
    expect(plan.steps).to.have.length(1)
    expect(plan.steps[0]).to.deep.include({ kind: 'create' })
    expect(plan.steps[0]?.kind === 'create' && plan.steps[0].known?.cadre).to.equal('a')
  })

  it('does not take away somebody whom the actor may not see: the row is rejected, without a word of where he is', () => {
    const { kinds, outcome } = run([entry(MAIL)], [known('a', MAIL, { at: CHI_LINH, isVisible: false })])
    expect(kinds).to.deep.equal([])
    expect(outcome.rejected.map(({ problem }) => problem)).to.deep.equal([
      { code: 'enrolled-elsewhere', details: {} },
    ])
    expect(outcome.absent).to.deep.equal([])
  })

  it('finds nobody out of sight by phone or birth', () => {
    const hidden = known('a', { phone: '0912000111', birth: '1970-01-02' }, { isVisible: false })
    expect(run([entry({ phone: '0912000111', birth: '1970-01-02' })], [hidden]).kinds).to.deep.equal([
      'create',
    ])
  })

  it('lists who is not in the file, but not who stands in a rejected row', () => {
    const people = [known('a', MAIL), known('b', { email: 'b@x.vn' }), known('c', { email: 'c@x.vn' })]
    const { outcome } = run([entry(MAIL)], people, [person({ email: 'c@x.vn' })])
    expect(outcome.absent).to.deep.equal([{ id: 'e-b', name: 'Trần Văn An', unit: VAN_LAM.code }])
  })
})
