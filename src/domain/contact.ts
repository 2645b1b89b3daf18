import type { Person } from './cadre.ts'
import { type Problem, problem } from './problems.ts'
import { ok, type Result, refuse } from './result.ts'
import { readEmail, readPhone } from './roster/fields.ts'

/** How somebody is reached. */
export type Contact = Pick<Person, 'email' | 'phone'>

/**
 * The person as he is reached from now on. What he proved to be his own stays so until somebody else changes it for him.
 */
export const withContact = <P extends Person>(
  { ownEmail, ...person }: P,
  changed: Partial<Contact>,
  isByHimself: boolean,
): Omit<P, 'ownEmail'> & Pick<Person, 'ownEmail'> => {
  const after = { ...person, ...changed }
  if (changed.email === undefined || changed.email === person.email)
    return { ...after, ...(ownEmail === undefined ? {} : { ownEmail }) }
  if (!isByHimself) return after
  const known = [...(ownEmail?.former ?? []), ...(person.email === null ? [] : [person.email])]
  return { ...after, ownEmail: { former: known.filter(one => one !== changed.email) } }
}

/** How long the link opens that confirms a new mail address. */
export const CONFIRM_MINUTES = 60

/** A contact as typed, read as a roster's would be; empty is none. */
export const readContact = (typed: { readonly email: string; readonly phone: string }): Result<Contact> => {
  const email = readEmail(typed.email)
  const phone = readPhone(typed.phone)
  const problems: Problem[] = []
  const wrong = (value: string, what: string, at: string) =>
    problems.push(problem('input-not-valid', { reason: `“${value.trim()}” không phải ${what}` }, at))
  if (email === 'wrong') wrong(typed.email, 'địa chỉ thư điện tử', 'body/email')
  if (phone === 'wrong') wrong(typed.phone, 'số điện thoại', 'body/phone')
  const [first, ...more] = problems
  return first === undefined && email !== 'wrong' && phone !== 'wrong'
    ? ok({ email, phone })
    : refuse(first ?? problem('input-not-valid'), ...more)
}

const wrongEmail = (reason: string) => refuse(problem('input-not-valid', { reason }, 'body/email'))

/** A mail address alone, which must differ from the present one. */
export const readNewEmail = (typed: string, present: string | null): Result<string> => {
  const read = readContact({ email: typed, phone: '' })
  if (!read.ok) return read
  const { email } = read.value
  if (email === null) return wrongEmail('cần một địa chỉ thư điện tử')
  return email === present ? wrongEmail('đây là địa chỉ đang dùng') : ok(email)
}
