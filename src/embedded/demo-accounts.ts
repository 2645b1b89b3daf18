import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../config/index.ts'
import { createAccount } from '../commands/create-account.ts'
import { resetPassword } from '../commands/reset-password.ts'
import type { CadreId } from '../domain/cadre.ts'
import { type Grant, HOUSE } from '../domain/permission.ts'
import { sentence } from '../domain/problems.ts'
import type { Ports } from '../ports/index.ts'

interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
}

const CADRE: DemoAccount = { login: 'cadre@demo.example', name: 'Nguyễn Thị Thắm', grants: [] }

const ACCOUNTS: readonly DemoAccount[] = [
  { login: 'admin@demo.example', name: 'Quản trị Tổng Liên đoàn', grants: [{ role: 'admin' }] },
  {
    login: 'staff.hung-yen@demo.example',
    name: 'Cán bộ LĐLĐ tỉnh Hưng Yên',
    grants: [{ role: 'staff', units: ['hung-yen'] }],
  },
  {
    login: 'staff.hai-duong@demo.example',
    name: 'Cán bộ LĐLĐ tỉnh Hải Dương',
    grants: [{ role: 'staff', units: ['hai-duong'] }],
  },
  {
    login: 'trainer@demo.example',
    name: 'Báo cáo viên',
    grants: [{ role: 'trainer', units: ['tld'] }],
  },
  CADRE,
]

/** What `DATA_DIR/demo-accounts.json` holds. */
export interface DemoAccounts {
  readonly password: string
  readonly accounts: readonly Pick<DemoAccount, 'login' | 'name'>[]
}

const fileIn = (folder: string): string => join(folder, 'demo-accounts.json')

export const readDemoAccounts = async (folder: string): Promise<DemoAccounts | null> => {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as DemoAccounts
  } catch {
    return null
  }
}

const writeDemoAccounts = async (folder: string, password: string): Promise<DemoAccounts> => {
  const kept = { password, accounts: ACCOUNTS.map(({ login, name }) => ({ login, name })) }
  const temporary = `${fileIn(folder)}.${process.pid}`
  await writeFile(temporary, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  await rename(temporary, fileIn(folder))
  return kept
}

type DemoPorts = Parameters<typeof createAccount>[0] & Pick<Ports, 'cadres' | 'sessions'>

/** The person behind the cadre's account; a roster with a row of this mail address enrols him. */
const demoCadre = async ({ cadres, random }: DemoPorts): Promise<CadreId> => {
  const [known] = await cadres.withMail(CADRE.login)
  if (known !== undefined) return known.id
  const id = random.id()
  const unknown = { birth: null, gender: null, staffCode: null, phone: null }
  await cadres.insert({ id, name: CADRE.name, email: CADRE.login, ...unknown })
  return id
}

/** Makes the account, or gives the one there this password; says why where neither can be. */
const make =
  (ports: DemoPorts) =>
  async (demo: DemoAccount, password: string, now: Date): Promise<void> => {
    const known = await ports.accounts.byLogin(demo.login)
    if (known !== null && (await ports.passwords.verify(password, known.passwordHash))) return
    const link = demo === CADRE ? { cadre: await demoCadre(ports) } : {}
    const result =
      known === null
        ? await createAccount(ports)(HOUSE, { ...demo, ...link, password, demo: true }, now)
        : await resetPassword(ports)(HOUSE, { login: demo.login, password }, now)
    if (!result.ok) throw new Error(`${demo.login}: ${result.problems.map(p => sentence(p, 'en')).join(' ')}`)
  }

/** The demo accounts, all with one password; made again and again to the same end. */
export const makeDemoAccounts =
  (ports: DemoPorts) =>
  async (
    { DATA_DIR, DEMO_PASSWORD }: Pick<Settings, 'DATA_DIR' | 'DEMO_PASSWORD'>,
    now: Date,
  ): Promise<DemoAccounts> => {
    const password = DEMO_PASSWORD ?? (await readDemoAccounts(DATA_DIR))?.password ?? ports.random.password()
    const kept = await writeDemoAccounts(DATA_DIR, password)
    for (const demo of ACCOUNTS) await make(ports)(demo, password, now)
    return kept
  }

/** Where no demo accounts are wanted, those of an earlier start go, and what they were signed in with. */
export const removeDemoAccounts =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async ({ DATA_DIR }: Pick<Settings, 'DATA_DIR'>): Promise<void> => {
    await accounts.removeDemo()
    await rm(fileIn(DATA_DIR), { force: true })
  }
