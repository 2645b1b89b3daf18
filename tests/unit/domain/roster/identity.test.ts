import { expect } from 'chai'
import type { Person } from '../../../../src/domain/cadre.ts'
import { withContact } from '../../../../src/domain/contact.ts'
import { peopleIndex, renewed } from '../../../../src/domain/roster/identity.ts'

const person = (given: Partial<Person>): Person => ({
  name: 'Trần Văn An',
  birth: null,
  gender: null,
  staffCode: null,
  email: null,
  phone: null,
  ...given,
})

const isSame = (a: Partial<Person>, b: Partial<Person>, units = ['van-lam', 'van-lam']): boolean => {
  const index = peopleIndex<true>()
  index.add({ person: person(a), units: [units[0]!] }, true)
  return index.find({ person: person(b), units: [units[1]!] }) !== null
}

describe('the same person', () => {
  const cases: readonly (readonly [string, Partial<Person>, Partial<Person>, boolean])[] = [
    ['same code, all else other', { staffCode: 'A1', name: 'X' }, { staffCode: 'A1', name: 'Y' }, true],
    ['same mail', { email: 'a@x.vn', name: 'X' }, { email: 'a@x.vn', name: 'Y' }, true],
    [
      'same mail, other codes',
      { email: 'a@x.vn', staffCode: 'A1' },
      { email: 'a@x.vn', staffCode: 'A2' },
      false,
    ],
    ['same phone and name', { phone: '0912000111' }, { phone: '0912000111' }, true],
    ['same phone, other name', { phone: '0912000111' }, { phone: '0912000111', name: 'Trần Văn Ân' }, false],
    [
      'same phone and name, other mail',
      { phone: '0912000111', email: 'a@x.vn' },
      { phone: '0912000111', email: 'b@x.vn' },
      true,
    ],
    ['name in capitals', { phone: '0912000111' }, { phone: '0912000111', name: 'TRẦN VĂN AN' }, true],
    [
      'tone mark set the old way',
      { phone: '0912000111', name: 'Lê Hoà' },
      { phone: '0912000111', name: 'Lê Hòa' },
      true,
    ],
    ['same name and birth date', { birth: '1970-01-02' }, { birth: '1970-01-02' }, true],
    [
      '… whatever the phone',
      { birth: '1970-01-02', phone: '0911' },
      { birth: '1970-01-02', phone: '0922' },
      true,
    ],
    ['other birth date', { birth: '1970-01-02' }, { birth: '1970-01-03' }, false],
    ['same year', { birth: '1970' }, { birth: '1970' }, true],
    ['a year and a date in it', { birth: '1970' }, { birth: '1970-01-02' }, true],
    ['same year, other phone', { birth: '1970', phone: '0911' }, { birth: '1970', phone: '0922' }, false],
    ['the name alone', {}, {}, false],
  ]
  for (const [what, a, b, same] of cases)
    it(`${what}: ${same ? 'yes' : 'no'}`, () => expect(isSame(a, b)).to.equal(same))

  it('by name and birth only within a unit', () => {
    const born = { birth: '1970-01-02' }
    expect(isSame(born, born, ['van-lam', 'van-giang'])).to.equal(false)
  })

  it('whom somebody means without seeing him: by code or mail, not by less', () => {
    const index = peopleIndex<string>()
    const somebody = person({ email: 'a@x.vn', phone: '0912000111', birth: '1970-01-02' })
    index.add({ person: somebody, units: ['van-lam'] }, 'found')
    expect(index.findKnown(person({ email: 'a@x.vn' }))).to.equal('found')
    expect(index.findKnown({ ...somebody, email: null })).to.equal(null)
  })

  it('is renewed by what is said, and keeps what is not', () => {
    const old = person({ birth: '1970-01-02', phone: '0912000111', email: 'a@x.vn' })
    expect(renewed(old, person({ birth: '1970', email: 'b@x.vn' }))).to.deep.equal({
      ...old,
      email: 'b@x.vn',
    })
    expect(renewed(old, person({ birth: '1971' })).birth).to.equal('1971')
  })
})

describe('a mail address that somebody confirmed himself', () => {
  const ownEmail = { former: ['cu@x.vn'] }
  const own = person({ email: 'moi@x.vn', ownEmail })

  it('outlives what rosters say, and stays his', () => {
    expect(renewed(own, person({ email: 'cu@x.vn', phone: '0912000111' }))).to.deep.equal({
      ...own,
      phone: '0912000111',
    })
    expect(renewed(person({ email: 'moi@x.vn' }), person({ email: 'cu@x.vn' }))).to.deep.equal(
      person({ email: 'cu@x.vn' }),
    )
  })

  it('lets him be known by the one it replaced, with his name only', () => {
    const was = { email: 'moi@x.vn', ownEmail }
    expect(isSame(was, { email: 'cu@x.vn' })).to.equal(true)
    expect(isSame(was, { email: 'cu@x.vn', name: 'Lê Thị Kế' })).to.equal(false)
    expect(isSame({ ...was, staffCode: 'A1' }, { email: 'cu@x.vn', staffCode: 'A2' })).to.equal(false)
  })

  it('is his until somebody else changes it for him', () => {
    const known = person({ email: 'cu@x.vn' })
    expect(withContact(known, { email: 'moi@x.vn' }, true)).to.deep.equal(own)
    expect(withContact(own, { phone: '0912000111' }, true)).to.deep.equal({ ...own, phone: '0912000111' })
    expect(withContact(own, { email: 'cu@x.vn' }, true).ownEmail).to.deep.equal({ former: ['moi@x.vn'] })
    expect(withContact(own, { email: 'moi@x.vn', phone: null }, false)).to.deep.equal(own)
    expect(withContact(own, { email: 'ba@x.vn' }, false)).to.deep.equal(person({ email: 'ba@x.vn' }))
  })
})
