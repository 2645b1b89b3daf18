import type { Frame, Tab } from './layout.tsx'
import type { SharedWords } from './words.ts'

const SECTIONS = {
  home: '',
  campaigns: '/dot',
  units: '/don-vi',
  accounts: '/tai-khoan',
  audit: '/nhat-ky',
  work: '/hang-doi',
  mail: '/thu',
} as const satisfies Record<keyof SharedWords['adminTabs'], string>
type AdminSection = keyof typeof SECTIONS

/** `adminPath('accounts', id, 'quyen')`: in administration. */
export const adminPath = (section: AdminSection, ...more: readonly string[]): string =>
  [`/quan-tri${SECTIONS[section]}`, ...more.map(encodeURIComponent)].join('/')

/** In this order. */
export const ADMIN_SECTIONS = [
  'campaigns',
  'units',
  'accounts',
  'audit',
  'work',
  'mail',
] as const satisfies readonly AdminSection[]

const adminTabs = (current: AdminSection, words: SharedWords): readonly Tab[] =>
  (['home', ...ADMIN_SECTIONS] as const).map(name => ({
    href: adminPath(name),
    label: words.adminTabs[name],
    isCurrent: name === current,
  }))

/** What frames every page of administration. */
export const adminFrame = (
  section: AdminSection,
  title: string,
  words: SharedWords,
): Pick<Frame, 'title' | 'where' | 'tabs'> => ({
  title,
  where: words.tabs.admin,
  tabs: adminTabs(section, words),
})
