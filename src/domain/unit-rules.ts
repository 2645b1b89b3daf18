import { type Problem, problem } from './problems.ts'
import type { Unit, UnitKind } from './unit.ts'

const wrong = (at: string, reason: string): Problem => problem('input-not-valid', { reason }, at)

/** Kinds that may stand directly under one. */
export const KINDS_UNDER: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  confederation: ['province'],
  province: ['superior', 'grassroots'],
  superior: ['grassroots'],
  grassroots: [],
}

/** Every reason why this cannot be a unit under its parent; none: it can. */
export const checkUnit = (
  { name, kind, validFrom, validTo }: Pick<Unit, 'name' | 'kind' | 'validFrom' | 'validTo'>,
  parent: Pick<Unit, 'kind' | 'name'> | null,
): readonly Problem[] => [
  ...(name === '' || name.length > 200 ? [wrong('body/name', 'tên đơn vị cần từ 1 đến 200 ký tự')] : []),
  ...(parent !== null && !KINDS_UNDER[parent.kind].includes(kind)
    ? [wrong('body/kind', `loại đơn vị này không đứng ngay dưới “${parent.name}”`)]
    : []),
  ...(validFrom !== null && validTo !== null && validTo < validFrom
    ? [wrong('body/validTo', 'ngày hết hiệu lực trước ngày có hiệu lực')]
    : []),
]
