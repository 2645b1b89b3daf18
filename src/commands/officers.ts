import { type Notice, newNotice } from '../domain/notice.ts'
import type { Role } from '../domain/permission.ts'
import type { Account } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

const BATCH = 200

/** Everybody who holds an office and may sign in. */
export async function* accountsWith(
  { accounts }: Pick<Ports, 'accounts'>,
  role: Role,
): AsyncGenerator<Account> {
  let after: string | null = null
  do {
    const page: readonly Account[] = await accounts.page({ words: [], role, disabled: false }, after, BATCH)
    yield* page
    after = page.length < BATCH ? null : (page.at(-1)?.id ?? null)
  } while (after !== null)
}

/** A notice to somebody by his office. `enrolment` stands for him: he is no cadre here. */
export const noticeToOfficer = (
  { name }: Pick<Account, 'name'>,
  email: string | null,
  what: Pick<Notice, 'id' | 'kind' | 'campaign' | 'cause' | 'enrolment' | 'unit' | 'path'>,
  now: Date,
): Notice => newNotice({ ...what, name, email, phone: null }, email === null ? null : 'mail', now)
