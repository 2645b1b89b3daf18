import type { Letterhead } from '../domain/letterhead.ts'
import { headLines } from './head-lines.ts'
import type { Paper } from './model.ts'
import { paperDate } from './wording.ts'

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

const capitals = (text: string): string => text.toLocaleUpperCase('vi')

/** With a 0 in front below 10; left open where the office has not given one: it is written in by hand. */
const numberOf = ({ number }: Letterhead): string =>
  number === null ? '       ' : String(number).padStart(2, '0')

const recipientsOf = ({ recipients }: Letterhead): readonly string[] =>
  recipients.map((recipient, index) => {
    const end = index === recipients.length - 1 ? '.' : ';'
    return `- ${recipient.replace(/[;,.]+$/, '')}${end}`
  })

/** What a letterhead says on a paper of a date: everything around the text. */
export const headOf = (
  letterhead: Letterhead,
  date: Date,
): Pick<
  Paper,
  'parentBody' | 'issuingBody' | 'number' | 'placeAndDate' | 'titles' | 'signer' | 'recipients' | 'attachedTo'
> => {
  const { parentBody, issuingBody, number, symbol, place, titles, signer } = letterhead
  const numbered = number === null ? '' : ` số ${numberOf(letterhead)}/${symbol}`
  return {
    parentBody: parentBody && headLines(capitals(parentBody)),
    issuingBody: headLines(capitals(issuingBody)),
    number: `Số: ${numberOf(letterhead)}/${symbol}`,
    placeAndDate: `${place}, ${paperDate(date)}`,
    titles: titles.map(capitals),
    signer,
    recipients: recipientsOf(letterhead),
    attachedTo: `(Kèm theo Báo cáo${numbered} ${paperDate(date)} của ${issuingBody})`,
  }
}
