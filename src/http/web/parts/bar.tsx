import type { Totals } from '../../../domain/progress.ts'

const WIDTH = 100

/** How much of what is owed has come. The numbers stand beside it, so it is hidden from screen readers. */
export const Bar = ({ totals: { expected, onTime, late } }: { readonly totals: Totals }) => {
  const part = (essays: number): number => (expected === 0 ? 0 : (essays / expected) * WIDTH)
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={WIDTH} height="8" />
      <rect class="on-time" width={part(onTime)} height="8" />
      <rect class="late" x={part(onTime)} width={part(late)} height="8" />
    </svg>
  )
}
