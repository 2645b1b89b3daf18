import type { Paper } from '../../reports/model.ts'
import { MOTTO, NATION } from '../../reports/paper-head.ts'
import type { Face } from './fonts.ts'
import { MM, type Pages, SINGLE } from './pages.ts'
import { centred, paragraph, paragraphHeight } from './text.ts'

/** Between the heads and what follows. */
const GAP = 10
const RULE_GAP = 2.5

const style = (face: Face, size: number) => ({ face, size })

/** The rule beneath the last line of a centred text. */
const ruleBeneath = (pages: Pages, x: number, width: number, length: number): void => {
  pages.rule(x + (width - length) / 2, pages.y + RULE_GAP, length)
  pages.y += RULE_GAP * 2
}

/** Both heads side by side, number and sign, place and date. */
export const drawHeads = (pages: Pages, { rules, ...paper }: Paper): void => {
  const { sizes } = rules
  const left = { x: pages.left, width: pages.width * rules.headShare }
  const right = { x: left.x + left.width, width: pages.width - left.width }
  const top = pages.y

  if (paper.parentBody !== null) centred(pages, paper.parentBody, style('regular', sizes.parentBody), left)
  const body = centred(pages, paper.issuingBody, style('bold', sizes.issuingBody), left)
  ruleBeneath(pages, left.x, left.width, body * rules.ruleShare)
  const leftEnd = pages.y

  pages.y = top
  centred(pages, NATION, style('bold', sizes.nation), right)
  const motto = centred(pages, MOTTO, style('bold', sizes.motto), right)
  ruleBeneath(pages, right.x, right.width, motto)

  const second = Math.max(leftEnd, pages.y) + 2
  pages.y = second
  centred(pages, paper.number, style('regular', sizes.number), left)
  const end = pages.y
  pages.y = second
  centred(pages, paper.placeAndDate, style('italic', sizes.placeAndDate), right)
  pages.y = Math.max(end, pages.y) + GAP
}

/** BÁO CÁO, its summary line with the rule beneath, and to whom it goes. */
export const drawTitle = (pages: Pages, { rules, title, summary, addressees }: Paper): void => {
  const whole = { x: pages.left, width: pages.width }
  centred(pages, title, style('bold', rules.sizes.title), whole)
  const last = centred(pages, summary, style('bold', rules.sizes.title), whole)
  ruleBeneath(pages, whole.x, whole.width, last * rules.ruleShare)
  pages.y += GAP
  if (addressees.length === 0) return
  const size = style('regular', rules.sizes.body)
  const height = size.size * SINGLE * rules.lineSpacing
  const label = 'Kính gửi: '
  if (addressees.length === 1) centred(pages, `${label}${addressees[0]}`, size, whole)
  else {
    const x = pages.left + 25 * MM
    pages.write(label, x, pages.y, size)
    for (const [index, to] of addressees.entries()) {
      const line = `- ${to}${index === addressees.length - 1 ? '.' : ';'}`
      pages.write(line, x + pages.widthOf(label, size), pages.y, size)
      pages.y += height
    }
  }
  pages.y += GAP / 2
}

/** Between titles and name, in lines. */
const SIGNATURE_ROOM = 4.5

/** How high the last words stand with what is beneath them: who gets it, who signs. */
const endHeight = (pages: Pages, closing: string, { rules, titles, recipients }: Paper): number => {
  const { sizes } = rules
  const left = recipients.flatMap(recipient =>
    pages.wrap(recipient, style('regular', sizes.recipients), recipientsWidth(pages)),
  )
  const beneath = Math.max(
    (titles.length + 1 + SIGNATURE_ROOM) * sizes.signature * SINGLE,
    (sizes.recipientsHead + left.length * sizes.recipients) * SINGLE,
  )
  return paragraphHeight(pages, closing, style('regular', sizes.body), rules) + GAP + beneath
}

const recipientsWidth = (pages: Pages): number => pages.width * 0.45

/** The last words; beneath them who gets it on the left, who signs on the right: never apart. */
export const drawEnd = (pages: Pages, closing: string, paper: Paper): void => {
  const { rules, titles, signer, recipients } = paper
  const { sizes } = rules
  const bold = style('bold', sizes.signature)
  const room = SIGNATURE_ROOM * sizes.signature * SINGLE
  const small = sizes.recipients * SINGLE
  pages.ensure(endHeight(pages, closing, paper))
  paragraph(pages, closing, style('regular', sizes.body), rules)
  pages.y += GAP
  const left = { x: pages.left, width: recipientsWidth(pages) }
  const right = { x: left.x + left.width, width: pages.width - left.width }
  const top = pages.y

  for (const title of titles) centred(pages, title, bold, right)
  pages.y += room
  if (signer !== null) centred(pages, signer, bold, right)
  const end = pages.y

  pages.y = top
  pages.write('Nơi nhận:', left.x, pages.y, style('boldItalic', sizes.recipientsHead))
  pages.y += sizes.recipientsHead * SINGLE
  for (const recipient of recipients)
    for (const text of pages.wrap(recipient, style('regular', sizes.recipients), left.width)) {
      pages.write(text, left.x, pages.y, style('regular', sizes.recipients))
      pages.y += small
    }
  pages.y = Math.max(end, pages.y)
}
