import { isLogin, PASSWORD_LENGTH } from './login.ts'
import type { Actor, Grant } from './permission.ts'
import { type Problem, problem } from './problems.ts'
import type { UnitCode } from './unit.ts'

const wrong = (reason: string, at: string): Problem => problem('input-not-valid', { reason }, at)

/** Every reason why this cannot be a password; none: it can. */
export const checkPassword = (password: string): readonly Problem[] => {
  const { least, most } = PASSWORD_LENGTH
  const { length } = [...password.normalize('NFC')]
  return length < least || length > most
    ? [wrong(`mật khẩu cần từ ${least} đến ${most} ký tự`, 'password')]
    : []
}

/** Every reason why this cannot be an account; `missing` are units of its grants that do not exist; without a password: it gets a link. */
export const checkAccount = (
  {
    login,
    name,
    password,
  }: { readonly login: string; readonly name: string; readonly password: string | null },
  missing: readonly UnitCode[],
): readonly Problem[] => [
  ...(isLogin(login)
    ? []
    : [wrong('tên đăng nhập cần là địa chỉ thư điện tử hoặc chữ thường không dấu, số, dấu . _ -', 'login')]),
  ...(name === '' || name.length > 200 ? [wrong('họ và tên cần từ 1 đến 200 ký tự', 'name')] : []),
  ...(password === null ? [] : checkPassword(password)),
  ...missing.map(unit => wrong(`không có đơn vị “${unit}”`, 'grants')),
]

const isAdmin = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'admin')

interface Standing {
  readonly grants: readonly Grant[]
  readonly disabled: boolean
}

const administers = ({ grants, disabled }: Standing): boolean => isAdmin(grants) && !disabled

/** The account administers, and would not after the change. */
export const leavesAdministration = (before: Standing, after: Standing): boolean =>
  administers(before) && !administers(after)

/** Of himself nobody decides it: another admin does. */
export const mayDisable = (actorId: string, account: Standing & { readonly id: string }): boolean =>
  actorId !== account.id || !administers(account)

/**
 * Every reason why an account cannot become this: nobody locks himself out of administration, and one admin at least
 * stays, whoever asks. `others`: accounts beside it that administer.
 */
export const checkAccountChange = (
  actor: Pick<Actor, 'id'>,
  before: Standing & { readonly id: string },
  after: Standing,
  others: number,
): readonly Problem[] => {
  if (!leavesAdministration(before, after)) return []
  const at = after.disabled ? 'disabled' : 'grants'
  return [
    ...(actor.id === before.id ? [problem('own-admin-grant', {}, at)] : []),
    ...(others === 0 ? [problem('last-admin', {}, at)] : []),
  ]
}
