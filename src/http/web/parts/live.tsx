import type { ComponentChildren } from 'preact'

/** A part of a page that renews itself while work is under way, and then no more. Its page answers htmx with it alone. */
export const Live = ({
  isLive,
  path,
  children,
}: {
  readonly isLive: boolean
  readonly path: string
  readonly children: ComponentChildren
}) => {
  const polling = isLive ? { 'hx-get': path, 'hx-trigger': 'every 1s', 'hx-swap': 'outerHTML' } : {}
  return (
    <div class="stack" {...polling}>
      {children}
    </div>
  )
}
