import { expect } from 'chai'
import { fromLegacy, legacyFontOf } from '../../../src/domain/legacy-font.ts'

const UNICODE =
  'Công đoàn Việt Nam đổi mới tổ chức và hoạt động, chăm lo quyền lợi của đoàn viên; tôi hứa sẽ gặp gỡ công nhân.'
const TCVN3 =
  'C«ng ®oµn ViÖt Nam ®æi míi tæ chøc vµ ho¹t ®éng, ch¨m lo quyÒn lîi cña ®oµn viªn; t«i høa sÏ gÆp gì c«ng nh©n.'
const VNI =
  'Coâng ñoaøn Vieät Nam ñoåi môùi toå chöùc vaø hoaït ñoäng, chaêm lo quyeàn lôïi cuûa ñoaøn vieân; toâi höùa seõ gaëp gôõ coâng nhaân.'

describe('text written for fonts from before Unicode', () => {
  const table: [what: string, text: string, expected: 'tcvn3' | 'vni' | null][] = [
    ['Unicode', UNICODE, null],
    ['Unicode, decomposed, once it is composed', UNICODE.normalize('NFD').normalize('NFC'), null],
    ['TCVN3', TCVN3, 'tcvn3'],
    ['VNI', VNI, 'vni'],
    ['TCVN3 with a few words of Unicode in it', `${TCVN3} ${TCVN3} ${TCVN3} Nghị`, 'tcvn3'],
    ['no diacritics at all', 'Cong doan Viet Nam doi moi to chuc va hoat dong', null],
    ['French', 'L’été dernier, à la fête du château, Noël était très gâté par sa mère.', null],
    ['Spanish', 'El niño y la señora mañana irán a España con el señor Muñoz.', null],
    ['prices and copyright', '© 2018 Công ty: 25 µm, 30 ± 2 °C, giá 20 £', null],
    ['nothing', '', null],
  ]
  for (const [what, text, expected] of table)
    it(`${what}: ${expected ?? 'none'}`, () => {
      expect(legacyFontOf(text)).to.equal(expected)
    })

  for (const [font, text] of [
    ['tcvn3', TCVN3],
    ['vni', VNI],
  ] as const)
    it(`is read in Unicode: ${font}`, () => {
      expect(fromLegacy(text, font)).to.equal(UNICODE)
    })

  it('has all letters of VNI with their hats and tones', () => {
    expect(fromLegacy('aø aù aû aõ aï aâ aà aá aå aã aä aê aè aé aú aü aë', 'vni')).to.equal(
      'à á ả ã ạ â ầ ấ ẩ ẫ ậ ă ằ ắ ẳ ẵ ặ',
    )
    expect(fromLegacy('ôø ôù ôû ôõ ôï öø öù öû öõ öï oâ oà eá uï yù î ì í æ ó ò Ñ Ö AØ', 'vni')).to.equal(
      'ờ ớ ở ỡ ợ ừ ứ ử ữ ự ô ồ ế ụ ý ỵ ì í ỉ ĩ ị Đ Ư À',
    )
  })
})
