import type { Unit } from './unit.ts'
import { fold } from './vietnamese.ts'

/** How the Confederation speaks of the units directly under it, in the order in which it lists them. */
export const UNIT_GROUPS = ['province', 'sector', 'corporation'] as const
export type UnitGroup = (typeof UNIT_GROUPS)[number]

export const GROUP_NAMES: Readonly<Record<UnitGroup, string>> = {
  province: 'LĐLĐ tỉnh, thành phố',
  sector: 'Công đoàn ngành trung ương và tương đương',
  corporation: 'Công đoàn tổng công ty, tập đoàn',
}

const GROUPS = [
  ['province', /^(ldld|lien doan lao dong)( |$)/],
  ['corporation', /(^| )(tong cong ty|tct|tap doan)( |$)/],
] as const satisfies readonly (readonly [UnitGroup, RegExp])[]

/** All of them are of one kind in the tree; what they are is told by their names. */
export const groupOf = ({ name }: Pick<Unit, 'name'>): UnitGroup =>
  GROUPS.find(([, pattern]) => pattern.test(fold(name)))?.[0] ?? 'sector'

/** Its report is the nation's: the units directly under it are set beside each other. */
export const isNation = ({ kind }: Pick<Unit, 'kind'>): boolean => kind === 'confederation'
