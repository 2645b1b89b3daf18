import type { Words } from '../../words.ts'

const vi = {
  title: 'Tài khoản',
  invite: 'Mời tài khoản mới',
  search: 'Tìm theo họ tên hoặc tên đăng nhập',
  find: 'Tìm',
  filter: 'Lọc theo quyền',
  all: 'Tất cả',
  disabled: 'Đang khoá',
  caption: 'Danh sách tài khoản',
  name: 'Họ và tên',
  may: 'Quyền',
  state: 'Trạng thái',
  none: 'Chưa có quyền nào',
  empty: 'Không có tài khoản nào như vậy. Đồng chí thử bớt từ cần tìm, hoặc bỏ bộ lọc.',
}

const en: Words<typeof vi> = {
  title: 'Accounts',
  invite: 'Invite somebody',
  search: 'Search by name or login',
  find: 'Search',
  filter: 'Filter by role',
  all: 'All',
  disabled: 'Disabled',
  caption: 'Accounts',
  name: 'Name',
  may: 'Roles',
  state: 'State',
  none: 'No role yet',
  empty: 'No such account. Try fewer words, or take the filter away.',
}

export const WORDS = { vi, en }
export type AccountsWords = Words<typeof vi>
