import { unitKey } from './roster/unit-names.ts'
import type { UnitCode } from './unit.ts'

const LONGEST = 60

/** A readable code for a new unit: its parent's, and what its name comes to; another number where that is taken. */
export const unitCodeFrom = (name: string, parent: UnitCode, taken: ReadonlySet<UnitCode>): UnitCode => {
  const own = unitKey(name)
    .replace(/^ldld /, '')
    .replace(/^(h|q|tx|tinh) /, '')
    .replaceAll(' ', '-')
  const whole = [...(parent === '' || parent === 'tld' ? [] : [parent]), own === '' ? 'don-vi' : own].join(
    '-',
  )
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : `-${number}`
    const code = whole.slice(0, LONGEST - tail.length).replace(/-+$/, '') + tail
    if (!taken.has(code)) return code
  }
}
