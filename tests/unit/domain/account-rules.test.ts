import { expect } from 'chai'
import {
  checkAccount,
  checkAccountChange,
  checkPassword,
  mayDisable,
} from '../../../src/domain/account-rules.ts'
import { isLogin, isMailAddress, loginOf } from '../../../src/domain/login.ts'

describe('logins', () => {
  const FORMS = [
    ['tham@congdoan.example', 'tham@congdoan.example'],
    ['  Tham@CongDoan.Example ', 'tham@congdoan.example'],
    ['hồng.ánh@congdoan.example'.normalize('NFD'), 'hồng.ánh@congdoan.example'],
    ['\u200BAdmin', 'admin'],
  ] as const
  for (const [typed, login] of FORMS)
    it(`${JSON.stringify(typed)} is ${login}`, () => expect(loginOf(typed)).to.equal(login))

  const LOGINS = [
    ['admin', true],
    ['truong-ban.hung_yen2', true],
    ['tham@congdoan.example', true],
    ['hồng.ánh@congdoan.example', true],
    ['ad', false],
    ['', false],
    ['.admin', false],
    ['Admin', false],
    ['quản-trị', false],
    ['a b@congdoan.example', false],
    ['tham@congdoan', false],
    ['tham@@congdoan.example', false],
    [`${'a'.repeat(200)}@congdoan.example`, false],
  ] as const
  for (const [login, is] of LOGINS)
    it(`“${login.slice(0, 30)}” is ${is ? 'one' : 'none'}`, () => expect(isLogin(login)).to.equal(is))

  it('are mail addresses or not', () => {
    expect(isMailAddress('tham@congdoan.example')).to.equal(true)
    expect(isMailAddress('admin')).to.equal(false)
    expect(isMailAddress('A <a@congdoan.example>')).to.equal(false)
  })
})

describe('passwords', () => {
  const LENGTHS = [
    [7, false],
    [8, true],
    [200, true],
    [201, false],
  ] as const
  for (const [length, is] of LENGTHS)
    it(`of ${length} characters are ${is ? 'taken' : 'refused'}`, () =>
      expect(checkPassword('ạ'.repeat(length)).length === 0).to.equal(is))

  it('are as long however they are encoded', () => {
    expect(checkPassword('ạ'.repeat(7).normalize('NFD'))).to.have.length(1)
  })
})

describe('accounts', () => {
  it('are told all that is wrong at once', () => {
    const problems = checkAccount({ login: 'Quản trị', name: '', password: 'ngắn' }, ['khong-co'])
    expect(problems.map(({ code, at }) => [code, at])).to.deep.equal(
      ['login', 'name', 'password', 'grants'].map(at => ['input-not-valid', at]),
    )
    expect(checkAccount({ login: 'admin', name: 'Quản trị', password: 'đủ dài rồi' }, [])).to.deep.equal([])
  })
})

describe('a change of an account', () => {
  const admin = { id: 'a', grants: [{ role: 'admin' }], disabled: false } as const
  const staff = { ...admin, grants: [{ role: 'staff', units: ['hung-yen'] }] } as const
  const disabled = { ...admin, disabled: true }
  const CASES = [
    ['a colleague is disabled', 'b', admin, disabled, 1, []],
    ['a colleague is demoted', 'b', admin, staff, 1, []],
    ['the last admin is disabled', 'system', admin, disabled, 0, ['last-admin@disabled']],
    ['the last admin is demoted', 'system', admin, staff, 0, ['last-admin@grants']],
    ['himself, among others', 'a', admin, staff, 1, ['own-admin-grant@grants']],
    ['himself, the last', 'a', admin, disabled, 0, ['own-admin-grant@disabled', 'last-admin@disabled']],
    ['a disabled admin is demoted', 'b', disabled, staff, 0, []],
    ['somebody else is disabled', 'b', staff, { ...staff, disabled: true }, 0, []],
    [
      'the last admin holds an office more',
      'a',
      admin,
      { ...admin, grants: [...staff.grants, ...admin.grants] },
      0,
      [],
    ],
  ] as const
  for (const [what, id, before, after, others, expected] of CASES)
    it(`${what}: ${expected.join() || 'taken'}`, () =>
      expect(
        checkAccountChange({ id }, before, after, others).map(({ code, at }) => `${code}@${at}`),
      ).to.deep.equal(expected))

  it('is offered only where it would be taken', () => {
    expect([mayDisable('a', admin), mayDisable('b', admin), mayDisable('a', staff)]).to.deep.equal([
      false,
      true,
      true,
    ])
  })
})
