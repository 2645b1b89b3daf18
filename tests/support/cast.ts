import { type Campaign, USUAL_QUESTIONS, USUAL_REMINDERS, USUAL_REPORTS } from '../../src/domain/campaign.ts'
import type { Grant } from '../../src/domain/permission.ts'
import type { Unit, UnitKind } from '../../src/domain/unit.ts'
import type { Account } from '../../src/ports/accounts.ts'

const unit = (code: string, name: string, kind: UnitKind, ...above: string[]): Unit => ({
  code,
  name,
  kind,
  parent: above.at(-1) ?? null,
  path: [...above, code],
  validFrom: null,
  validTo: null,
  predecessors: [],
  aliases: [],
})

export const UNITS: readonly Unit[] = [
  unit('tld', 'Tổng Liên đoàn Lao động Việt Nam', 'confederation'),
  unit('hung-yen', 'LĐLĐ tỉnh Hưng Yên', 'province', 'tld'),
  unit('hung-yen-van-lam', 'LĐLĐ huyện Văn Lâm', 'superior', 'tld', 'hung-yen'),
  unit('hung-yen-van-giang', 'LĐLĐ huyện Văn Giang', 'superior', 'tld', 'hung-yen'),
  unit('hai-duong', 'LĐLĐ tỉnh Hải Dương', 'province', 'tld'),
  unit('hai-duong-chi-linh', 'LĐLĐ thị xã Chí Linh', 'superior', 'tld', 'hai-duong'),
]

export const CAMPAIGN: Campaign = {
  code: 'nghi-quyet-12-cdvn',
  name: 'Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam',
  topics: [1, 2, 3, 4, 5].map(n => ({ code: `CD${n}`, title: `Chuyên đề ${n}` })),
  requiredTopics: 'all',
  opensAt: new Date('2018-12-06T01:00:00Z'),
  dueAt: new Date('2018-12-14T10:00:00Z'),
  closesAt: new Date('2018-12-31T10:00:00Z'),
  graceSeconds: 300,
  fileRules: { maxBytes: 20 * 1024 * 1024, types: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'jpg', 'png'] },
  // Most stories are about what comes before and after the due date: the rest is switched on where it is told.
  reminders: { ...USUAL_REMINDERS, off: ['invitation', 'due-day', 'last-call', 'digest', 'national-digest'] },
  reports: { ...USUAL_REPORTS, afterDue: false, afterClose: false },
  questions: USUAL_QUESTIONS,
}

const GRANTS = {
  admin: [{ role: 'admin' }],
  'staff.hung-yen': [{ role: 'staff', units: ['hung-yen'] }],
  'staff.hai-duong': [{ role: 'staff', units: ['hai-duong'] }],
  'trainer.hung-yen': [{ role: 'trainer', units: ['hung-yen'] }],
  'trainer.hai-duong': [{ role: 'trainer', units: ['hai-duong'] }],
  trainer: [{ role: 'trainer', units: ['tld'] }],
  /** Cadre `cadre-1`: enrolled only where a test does so (see builders.ts). */
  cadre: [],
} as const satisfies Record<string, readonly Grant[]>

export type CastName = keyof typeof GRANTS

export const castAccounts: readonly Account[] = Object.entries(GRANTS).map(([name, grants]) => ({
  id: name,
  login: `${name}@test.example`,
  name,
  grants: [...grants],
  cadre: name === 'cadre' ? 'cadre-1' : null,
  passwordHash: null,
  disabled: false,
  demo: false,
}))
