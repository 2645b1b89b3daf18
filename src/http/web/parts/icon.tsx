import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const NAMES = [
  'check-circle-fill',
  'exclamation-triangle-fill',
  'clock-fill',
  'circle',
  'arrow-counterclockwise',
  'dash-circle',
  'pencil-fill',
  'award-fill',
  'slash-circle',
  'download',
  'printer',
  'telephone-fill',
  'envelope-fill',
  'search',
] as const
export type IconName = (typeof NAMES)[number]

/** The drawings of bootstrap-icons, read once: what is between the `<svg>` tags. */
const DRAWINGS = new Map(
  NAMES.map(name => [
    name,
    readFileSync(require.resolve(`bootstrap-icons/icons/${name}.svg`), 'utf8').replaceAll(
      /<\/?svg[^>]*>|\n/g,
      '',
    ),
  ]),
)

/** Always beside a word, so hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 16 16"
    aria-hidden="true"
    dangerouslySetInnerHTML={{ __html: DRAWINGS.get(name) ?? '' }}
  />
)

/** Drawings that many rows point at, so that none of them spells one out. Once on the page. */
export const IconSheet = ({ names }: { readonly names: readonly IconName[] }) => (
  <svg class="hidden" aria-hidden="true">
    {names.map(name => (
      <symbol
        key={name}
        id={`icon-${name}`}
        viewBox="0 0 16 16"
        dangerouslySetInnerHTML={{ __html: DRAWINGS.get(name) ?? '' }}
      />
    ))}
  </svg>
)

/** One of the page's sheet. */
export const SheetIcon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#icon-${name}`} />
  </svg>
)
