import type { UnitKind } from '../../../../domain/unit.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Đơn vị',
  search: 'Tìm theo tên, không cần dấu',
  find: 'Tìm',
  found: (n: string) => `${n} đơn vị có tên như vậy`,
  none: 'Không có đơn vị nào có tên như vậy. Đồng chí thử bớt từ cần tìm.',
  empty: 'Chưa có đơn vị nào. Đồng chí nạp cây đơn vị bằng dòng lệnh load-units.',
  caption: 'Các đơn vị',
  name: 'Tên đơn vị',
  kind: 'Cấp',
  valid: 'Hiệu lực',
  always: 'Không giới hạn',
  from: (day: string) => `từ ${day}`,
  until: (day: string) => `đến ${day}`,
  ended: 'Đã kết thúc',
  below: 'có đơn vị bên dưới',
  kinds: {
    confederation: 'Tổng Liên đoàn',
    province: 'Tỉnh, ngành trung ương',
    superior: 'Cấp trên trực tiếp cơ sở',
    grassroots: 'Cơ sở',
  } satisfies Record<UnitKind, string>,
}

const en: Words<typeof vi> = {
  title: 'Units',
  search: 'Search by name, with or without diacritics',
  find: 'Search',
  found: n => `${n} ${n === '1' ? 'unit has' : 'units have'} such a name`,
  none: 'No unit has such a name. Try fewer words.',
  empty: 'There are no units yet. Load the tree with the command load-units.',
  caption: 'Units',
  name: 'Name',
  kind: 'Level',
  valid: 'Valid',
  always: 'No limit',
  from: day => `from ${day}`,
  until: day => `until ${day}`,
  ended: 'Ended',
  below: 'has units below',
  kinds: {
    confederation: 'Confederation',
    province: 'Province, central union',
    superior: 'Superior union',
    grassroots: 'Grassroots union',
  },
}

export const WORDS = { vi, en }
export type UnitsWords = Words<typeof vi>
