/** Of GSM 03.38: what takes one of the 160 places of a message, and what takes two of them. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€-]*$/
const GSM_TWICE = /[\^{}\\[~\]|€]/g

/** How many places there are: in a message alone, and in each of several that phones put together. */
const PLACES = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const

export interface MessageSize {
  readonly characters: number
  /** Messages that it is sent, and paid for, as. */
  readonly segments: number
}

/** Vietnamese letters are not in GSM's alphabet: one of them, and all take 16 bits. */
export const messageSize = (text: string): MessageSize => {
  const isGsm = GSM.test(text)
  const characters = text.length + (isGsm ? (text.match(GSM_TWICE)?.length ?? 0) : 0)
  const { alone, joined } = PLACES[isGsm ? 'gsm' : 'ucs2']
  return { characters, segments: characters <= alone ? 1 : Math.ceil(characters / joined) }
}

/** A name cut between words until what is written with it fits into so many messages; three words of it always stay. */
export const withShortName = (name: string, most: number, write: (name: string) => string): string => {
  const words = name.split(' ')
  const versions = [
    name,
    ...words.slice(3).map((_, index) => `${words.slice(0, words.length - 1 - index).join(' ')}…`),
  ].map(write)
  return versions.find(text => messageSize(text).segments <= most) ?? versions.at(-1) ?? write(name)
}

/** Of Vietnam, as rosters hold it: ten digits since the change of 2018. */
const MOBILE = /^0[35789]\d{8}$/

/** Can messages be sent to this number? Not to the telephone on a desk. */
export const takesMessages = (phone: string | null): phone is string => phone !== null && MOBILE.test(phone)

/** "+84912345678" (E.164) */
export const internationalNumber = (phone: string): string => phone.replace(/^0/, '+84')
