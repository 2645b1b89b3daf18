import { z } from 'zod'
import { PAPER_RULE_SETS } from '../domain/letterhead.ts'
import { line } from './campaign.ts'

const lines = (most: number) => z.array(line(300)).max(most, `nhiều nhất ${most} dòng`)

/** What stands on a unit's papers, as it is sent to PUT /units/:unit/letterhead. */
export const letterheadShape = z.object({
  parentBody: line(200).nullable(),
  issuingBody: line(200),
  number: z.int().min(1, 'số văn bản bắt đầu từ 1').max(99_999, 'số văn bản quá lớn').nullable(),
  symbol: line(30).refine(symbol => /^[\p{Lu}\d-]+$/u.test(symbol), 'ký hiệu gồm chữ hoa, số và dấu -'),
  place: line(100),
  addressees: lines(10),
  bases: lines(20),
  titles: lines(5).min(1, 'cần ít nhất một dòng, ví dụ TM. BAN THƯỜNG VỤ'),
  signer: line(100).nullable(),
  recipients: lines(20).min(1, 'cần ít nhất một dòng, ví dụ Lưu: VT'),
  rules: z.enum(PAPER_RULE_SETS),
})
