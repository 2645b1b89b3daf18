import type { Grant } from '../../../domain/permission.ts'
import type { Unit } from '../../../domain/unit.ts'
import type { SharedWords } from '../words.ts'

/** "Cán bộ phụ trách: LĐLĐ tỉnh Hưng Yên" */
export const grantIn = (grant: Grant, units: readonly Unit[], words: SharedWords): string => {
  if (grant.role === 'admin') return words.roles.admin
  const names = grant.units.map(code => units.find(unit => unit.code === code)?.name ?? code)
  return `${words.roles[grant.role]}: ${names.join(', ')}`
}
