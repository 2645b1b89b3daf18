import type { IssuedSlip, IssuedSlips } from '../../../../commands/issue-slips.ts'
import { Back } from '../../parts/back.tsx'
import { numberIn } from '../../parts/figures.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentIn } from '../../parts/moment.tsx'
import { Qr } from '../../parts/qr.tsx'
import type { Language, SharedWords } from '../../words.ts'
import type { SlipWords } from './words.ts'

/** A page of A4. */
const PER_SHEET = 8

interface Props {
  readonly issued: IssuedSlips
  /** Address of a code. */
  readonly urlOf: (code: string) => string
  /** Where a code is typed, as people write addresses. */
  readonly address: string
  readonly back: { readonly href: string; readonly label: string }
  readonly language: Language
  readonly words: SlipWords
  readonly shared: SharedWords
}

const SlipCard = ({
  slip: { enrolment, unit, code, reference },
  issued: { campaign, expiresAt },
  urlOf,
  address,
  words,
  shared,
}: Props & { readonly slip: IssuedSlip }) => {
  const { name } = enrolment.person
  return (
    <article class="slip" aria-label={words.slipOf(name)}>
      <div class="slip-who">
        <p class="slip-name">{name}</p>
        <p>{unit}</p>
        {enrolment.posts[0] === undefined ? null : <p class="quiet">{enrolment.posts[0]}</p>}
      </div>
      <div class="slip-qr">
        <Qr text={urlOf(code)} label={words.qr(name)} />
        <p class="slip-file quiet">
          {words.fileName} <b>{reference}</b>
        </p>
      </div>
      <div class="slip-how">
        <p>{words.step1}</p>
        <p>{words.step2(address)}</p>
      </div>
      <p class="slip-code">{code}</p>
      <p class="slip-foot quiet">
        {campaign.name}. {words.once1} {words.until(momentIn(expiresAt, shared))}
      </p>
    </article>
  )
}

/** The slips just made, eight a page. They are shown in this answer alone. */
export const SlipSheets = (props: Props) => {
  const { issued, back, language, words } = props
  const { slips } = issued
  const sheets = Array.from({ length: Math.ceil(slips.length / PER_SHEET) }, (_, i) =>
    slips.slice(i * PER_SHEET, (i + 1) * PER_SHEET),
  )
  return (
    <div class="slips stack">
      <div class="stack no-print">
        <Back {...back} />
        <h1>{words.sheetTitle(numberIn(slips.length, language))}</h1>
        <p class="note soon">{words.once}</p>
        <p>{words.perSheet}</p>
        <div class="row actions">
          <button type="button" class="button" data-print>
            <Icon name="printer" />
            {words.printNow}
          </button>
        </div>
      </div>
      {sheets.map(sheet => (
        <div key={sheet[0]?.code} class="sheet">
          {sheet.map(slip => (
            <SlipCard key={slip.code} {...props} slip={slip} />
          ))}
        </div>
      ))}
    </div>
  )
}
