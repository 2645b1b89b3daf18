import type { PaperRuleSet } from '../domain/letterhead.ts'

/** How an administrative paper looks. Lengths in millimetres, sizes and gaps in points. */
export interface PaperRules {
  readonly page: { readonly width: number; readonly height: number }
  readonly margins: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
  readonly font: string
  readonly sizes: {
    readonly parentBody: number
    readonly issuingBody: number
    readonly nation: number
    readonly motto: number
    readonly number: number
    readonly placeAndDate: number
    readonly title: number
    readonly body: number
    /** At most; smaller where many columns need it. */
    readonly table: number
    readonly signature: number
    readonly recipientsHead: number
    readonly recipients: number
    readonly pageNumber: number
  }
  /** Of the first line of a paragraph. */
  readonly indent: number
  readonly paragraphGap: number
  /** Of lines, as a multiple of single spacing. */
  readonly lineSpacing: number
  /** Length of the rule beneath a body's name or the summary line, as a share of the text above it. */
  readonly ruleShare: number
  /** Share of the left head of the width. */
  readonly headShare: number
}

/** Nghị định 30/2020/NĐ-CP, Phụ lục I, with the larger of the sizes it allows for the body. */
const decree30: PaperRules = {
  page: { width: 210, height: 297 },
  margins: { top: 20, bottom: 20, left: 30, right: 20 },
  font: 'Times New Roman',
  sizes: {
    parentBody: 12,
    issuingBody: 12,
    nation: 12,
    motto: 13,
    number: 13,
    placeAndDate: 13,
    title: 14,
    body: 14,
    table: 11,
    signature: 14,
    recipientsHead: 12,
    recipients: 11,
    pageNumber: 13,
  },
  indent: 12.7,
  paragraphGap: 6,
  lineSpacing: 1.15,
  ruleShare: 0.4,
  headShare: 0.41,
}

export const PAPER_RULES: Readonly<Record<PaperRuleSet, PaperRules>> = {
  'nghi-dinh-30': decree30,
  'nghi-dinh-30-co-13': {
    ...decree30,
    sizes: { ...decree30.sizes, title: 13, body: 13, signature: 13 },
    indent: 10,
    lineSpacing: 1.1,
  },
}
