import { type Problem, problem } from './problems.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Unit, UnitCode } from './unit.ts'

/** A unit as a file gives it; `at` says where, as in `hung-yen.csv:12`. */
export type UnitLine = Omit<Unit, 'path'> & { readonly at: string }

/** From the root down to the unit; null when the way up never ends. */
const pathOf = (unit: UnitLine, byCode: ReadonlyMap<UnitCode, UnitLine>): readonly UnitCode[] | null => {
  const path: UnitCode[] = []
  for (let at: UnitLine | undefined = unit; at !== undefined; ) {
    if (path.includes(at.code)) return null
    path.unshift(at.code)
    at = at.parent === null ? undefined : byCode.get(at.parent)
  }
  return path
}

/** The tree of all lines, with paths; or everything that is wrong with it, each named by its line. */
export const buildTree = (lines: readonly UnitLine[]): Result<readonly Unit[]> => {
  const wrong: Problem[] = []
  const say = ({ at }: UnitLine, reason: string) => wrong.push(problem('input-not-valid', { reason }, at))
  const byCode = new Map<UnitCode, UnitLine>()
  for (const line of lines) {
    const first = byCode.get(line.code)
    if (first === undefined) byCode.set(line.code, line)
    else say(line, `mã “${line.code}” đã có ở ${first.at}`)
  }
  const units: Unit[] = []
  for (const line of lines) {
    const { at: _at, ...unit } = line
    const path = pathOf(line, byCode)
    const parent = line.parent === null ? null : byCode.get(line.parent)
    if (parent === undefined) say(line, `không có đơn vị cấp trên “${line.parent}”`)
    if (path === null) say(line, `đơn vị “${line.code}” nằm dưới chính nó`)
    if (parent === null && line.kind !== 'confederation')
      say(line, 'chỉ Tổng Liên đoàn không có đơn vị cấp trên')
    if (parent !== null && line.kind === 'confederation') say(line, 'Tổng Liên đoàn không có đơn vị cấp trên')
    if (parent && (line.kind === 'province') !== (parent.kind === 'confederation'))
      say(line, 'loại “province” là, và chỉ là, đơn vị trực thuộc Tổng Liên đoàn')
    if (line.validFrom !== null && line.validTo !== null && line.validTo < line.validFrom)
      say(line, 'ngày hết hiệu lực trước ngày có hiệu lực')
    for (const code of line.predecessors)
      if (code === line.code || !byCode.has(code)) say(line, `không có đơn vị tiền thân “${code}”`)
    if (path !== null) units.push({ ...unit, path })
  }
  const [first, ...more] = wrong
  return first === undefined ? ok(units) : refuse(first, ...more)
}
