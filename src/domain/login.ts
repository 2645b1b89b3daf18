import { clean } from './vietnamese.ts'

/** The one form of a login, however it was typed: NFC, no spaces around, lower case. */
export const loginOf = (typed: string): string => clean(typed).toLowerCase()

/** A mail address, or a short name such as `truong-ban.hung-yen`. */
export const isLogin = (login: string): boolean =>
  login.length <= 200 && (/^[a-z0-9][a-z0-9._-]{2,}$/.test(login) || isMailAddress(login))

export const isMailAddress = (text: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text)

/** The login of somebody who has no mail address: nobody types it, it only has to be his alone. */
export const nameLogin = (id: string): string => `cb-${id}`

/** In characters. Long ones are refused too: hashing them is work that anybody could ask for. */
export const PASSWORD_LENGTH = { least: 8, most: 200 } as const

/** How long a sign-in link opens. */
export const LINK_MINUTES = 10

/** How long a link opens that a reminder brings: until the next one, more or less. */
export const MAILED_LINK_DAYS = 7

/** How long a link for choosing a password opens: until then an invitation waits in a mailbox. */
export const PASSWORD_LINK_HOURS = 24
