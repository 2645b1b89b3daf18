import { Icon } from './icon.tsx'

/** A number that a telephone calls when it is pressed. */
export const Phone = ({ number, none }: { readonly number: string | null; readonly none: string }) =>
  number === null ? (
    <span class="quiet small">{none}</span>
  ) : (
    <a class="touch" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      <Icon name="telephone-fill" />
      {number}
    </a>
  )
