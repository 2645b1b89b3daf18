/** Ways of writing Vietnamese from before Unicode: the letters are right only in a font of that kind. */
export const LEGACY_FONTS = ['tcvn3', 'vni'] as const
export type LegacyFont = (typeof LEGACY_FONTS)[number]

const table = (from: string, to: string): Readonly<Record<string, string>> => {
  const letters = to.split(' ')
  return Object.fromEntries(from.split(' ').map((written, i) => [written, letters[i] ?? written]))
}

/** One sign a letter, in the places of Western signs. Capitals with a tone are small letters in a font of capitals. */
const TCVN3 = table(
  'µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í ë ì î ï ó ñ ò ô \u00AD õ ø ö ÷ ù ú ý û ü þ ® ¡ ¢ § £ ¤ ¥ ¦',
  'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ đ Ă Â Đ Ê Ô Ơ Ư',
)

/** A letter and, behind it, a sign for its tone and its hat: the signs after `a`, and those after letters without a hat. */
const VNI_TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const
const VNI_HATS = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
} as const
const VNI_MARKS: Readonly<Record<string, string>> = { ...VNI_TONES, ...VNI_HATS }
const VNI_LETTERS = table('ô ö ñ æ ó ò î Ô Ö Ñ Æ Ó Ò Î', 'ơ ư đ ỉ ĩ ị ỵ Ơ Ư Đ Ỉ Ĩ Ị Ỵ')

const VNI_PAIR = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ôöñæóòî]/giu

const fromVni = (text: string): string =>
  text
    .replaceAll(VNI_PAIR, (all: string, letter: string | undefined, mark: string | undefined) => {
      if (letter === undefined || mark === undefined) return VNI_LETTERS[all] ?? all
      const added = VNI_MARKS[mark.toLowerCase()]
      return added === undefined ? all : (VNI_LETTERS[letter] ?? letter) + added
    })
    .normalize('NFC')

const fromTcvn3 = (text: string): string => text.replaceAll(/[¡-þ]/g, sign => TCVN3[sign] ?? sign)

/** As it was meant to be read. */
export const fromLegacy = (text: string, font: LegacyFont): string =>
  font === 'tcvn3' ? fromTcvn3(text) : fromVni(text)

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const WORD = /[^\s]*\p{L}[^\s]*/gu
/** Letters that only Unicode has: a text of the old kinds has none of them, any other is full of them. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9]/gu
/** Signs that stand in no word of any language, inside a word or beginning it. */
const TCVN3_SIGNS = /[a-zA-Z][µ¸¶·¹¨»¾¼½©ª«¬®\u00AD]|[«¬®©ª][a-zA-Z]/g
const VNI_SIGNS =
  /(?<!\p{L})ñ[aeiouyôö]|[aeo](?:[âàáåäø]|ï(?![a-z]))|[aeiouôö][øûï]|[uy]ø|(?:öô|ieä|uoä|ieâ)/giu

/** Below this share of the words the signs are an accident. */
const SHARE = 0.1

/** Which of the old ways a text is written in; null: it is Unicode, or no Vietnamese at all. */
export const legacyFontOf = (text: string): LegacyFont | null => {
  const words = count(text, WORD)
  if (words === 0 || count(text, UNICODE_ONLY) > words * 0.03) return null
  const tcvn3 = count(text, TCVN3_SIGNS)
  const vni = count(text, VNI_SIGNS)
  if (Math.max(tcvn3, vni) < words * SHARE) return null
  return tcvn3 >= vni ? 'tcvn3' : 'vni'
}
