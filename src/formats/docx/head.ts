import type { Paper } from '../../reports/model.ts'
import { MOTTO, NATION } from '../../reports/paper-head.ts'
import { centredRule, paragraph, run } from './paragraph.ts'
import { textWidth } from './section.ts'
import { sideBySide } from './table.ts'

/** Width of a character of Times New Roman on average, as a multiple of its size. */
const CAPITAL = 0.7
const SMALL = 0.5
const POINT = 25.4 / 72

/** About how wide the last line of a text is in so much room, in millimetres. */
const lastLine = (text: string, size: number, character: number, room: number): number => {
  const whole = text.length * character * size * POINT
  const lines = Math.ceil(whole / room)
  return whole / lines
}

export const headsXml = ({ rules, ...paper }: Paper): string => {
  const { sizes } = rules
  const width = textWidth(rules, false)
  const left = width * rules.headShare
  const right = width - left
  const centre = { align: 'center' } as const
  const body = lastLine(paper.issuingBody.split('\n').at(-1) ?? '', sizes.issuingBody, CAPITAL, left)
  return [
    sideBySide([
      {
        width: left,
        content: [
          paper.parentBody === null ? '' : paragraph(paper.parentBody, { size: sizes.parentBody }, centre),
          paragraph(paper.issuingBody, { size: sizes.issuingBody, bold: true }, centre),
          centredRule(body * rules.ruleShare, left),
          paragraph('', { size: 2 }),
        ].join(''),
      },
      {
        width: right,
        content: [
          paragraph(NATION, { size: sizes.nation, bold: true }, centre),
          paragraph(MOTTO, { size: sizes.motto, bold: true }, centre),
          centredRule(MOTTO.length * SMALL * sizes.motto * POINT, right),
          paragraph('', { size: 2 }),
        ].join(''),
      },
    ]),
    sideBySide([
      { width: left, content: paragraph(paper.number, { size: sizes.number }, centre) },
      {
        width: right,
        content: paragraph(paper.placeAndDate, { size: sizes.placeAndDate, italic: true }, centre),
      },
    ]),
  ].join('')
}

export const titleXml = ({ rules, title, summary, addressees }: Paper): string => {
  const size = rules.sizes.title
  const width = textWidth(rules, false)
  const last = summary.split('\n').at(-1) ?? ''
  const bold = { size, bold: true }
  const to =
    addressees.length === 1
      ? paragraph(`Kính gửi: ${addressees[0]}`, { size: rules.sizes.body }, { align: 'center', before: 12 })
      : addressees
          .map((addressee, index) => {
            const end = index === addressees.length - 1 ? '.' : ';'
            const start = index === 0 ? 'Kính gửi: ' : ''
            const indent = index === 0 ? 25 : 25 + 'Kính gửi: '.length * SMALL * rules.sizes.body * POINT
            return paragraph(
              `${start}- ${addressee}${end}`,
              { size: rules.sizes.body },
              { left: indent, before: index === 0 ? 12 : 0 },
            )
          })
          .join('')
  return [
    paragraph(title, bold, { align: 'center', before: 14 }),
    paragraph(summary, bold, { align: 'center' }),
    centredRule(lastLine(last, size, SMALL, width) * rules.ruleShare, width),
    to,
    paragraph('', { size: 6 }),
  ].join('')
}

/** Who gets it on the left, who signs on the right, with room for the signature. */
export const signatureXml = ({ rules, titles, signer, recipients }: Paper): string => {
  const { sizes } = rules
  const width = textWidth(rules, false)
  const bold = { size: sizes.signature, bold: true }
  const centre = { align: 'center' } as const
  const rooms = Array.from({ length: 4 }, () => paragraph('', bold, centre)).join('')
  return sideBySide([
    {
      width: width * 0.45,
      content: [
        `<w:p>${run('Nơi nhận:', { size: sizes.recipientsHead, bold: true, italic: true })}</w:p>`,
        ...recipients.map(recipient => paragraph(recipient, { size: sizes.recipients })),
      ].join(''),
    },
    {
      width: width * 0.55,
      content: [
        ...titles.map(title => paragraph(title, bold, centre)),
        rooms,
        paragraph(signer ?? '', bold, centre),
      ].join(''),
    },
  ])
}
