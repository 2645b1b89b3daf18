import type { Letterhead } from '../../../../domain/letterhead.ts'
import { headOf, MOTTO, NATION } from '../../../../reports/paper-head.ts'

/** How the head and the signature of a paper will stand, as it is saved. */
export const Preview = ({
  letterhead,
  now,
  label,
}: {
  readonly letterhead: Letterhead
  readonly now: Date
  readonly label: string
}) => {
  const { parentBody, issuingBody, number, placeAndDate, titles, signer, recipients } = headOf(
    letterhead,
    now,
  )
  return (
    <figure class="paper" lang="vi">
      <figcaption class="quiet small">{label}</figcaption>
      <div class="paper-row">
        <p>
          {parentBody}
          {parentBody === null ? null : <br />}
          <strong>{issuingBody}</strong>
          <br />
          {number}
        </p>
        <p>
          <strong>{NATION}</strong>
          <br />
          <strong>{MOTTO}</strong>
          <br />
          <em>{placeAndDate}</em>
        </p>
      </div>
      <div class="paper-row">
        <p class="small recipients">
          <strong>
            <em>Nơi nhận:</em>
          </strong>
          {recipients.map(recipient => (
            <span key={recipient}>
              <br />
              {recipient}
            </span>
          ))}
        </p>
        <p>
          {titles.map(title => (
            <strong key={title}>
              {title}
              <br />
            </strong>
          ))}
          <br />
          <strong>{signer}</strong>
        </p>
      </div>
    </figure>
  )
}
