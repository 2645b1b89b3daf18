import { create } from 'qrcode'

/** Light modules around the code: less, and cameras do not find it. */
const QUIET = 4

/** A QR code as one path of unit squares, sharp at every size. `label` says what it leads to. */
export const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from(modules.data).flatMap((isDark, at) =>
    isDark ? [`M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`] : [],
  )
  const side = size + 2 * QUIET
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  )
}
