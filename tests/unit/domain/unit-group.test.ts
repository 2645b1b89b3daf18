import { expect } from 'chai'
import { groupOf, type UnitGroup } from '../../../src/domain/unit-group.ts'

const CASES: readonly (readonly [name: string, group: UnitGroup])[] = [
  ['LĐLĐ tỉnh Hưng Yên', 'province'],
  ['LĐLĐ thành phố Hồ Chí Minh', 'province'],
  ['Liên đoàn Lao động tỉnh Bà Rịa - Vũng Tàu', 'province'],
  ['Công đoàn Giáo dục Việt Nam', 'sector'],
  ['Công đoàn Công an nhân dân', 'sector'],
  ['Ban Công đoàn Quốc phòng', 'sector'],
  ['Công đoàn Tổng công ty Hàng không Việt Nam', 'corporation'],
  ['Công đoàn TỔNG CÔNG TY Lương thực miền Nam', 'corporation'],
  ['Công đoàn Tập đoàn Điện lực Việt Nam', 'corporation'],
  ['CĐ TCT Cà phê', 'corporation'],
]

describe('the group of a unit under the Confederation', () => {
  for (const [name, group] of CASES)
    it(`${name}: ${group}`, () => {
      expect(groupOf({ name })).to.equal(group)
    })
})
