import type { ComponentChildren } from 'preact'

/** A column's head. `desk`: a phone has no room for the column; `n`: its cells are numbers. */
export type Head = string | readonly [label: string, look: 'desk' | 'n' | 'n desk']

/** Rows under their heads. The caption says what they are to whoever does not see where they stand. */
export const Table = ({
  caption,
  heads,
  look,
  children,
}: {
  readonly caption: string
  readonly heads: readonly Head[]
  readonly look?: 'cards' | 'units'
  readonly children: ComponentChildren
}) => (
  <div class="table-wrap">
    <table class={look}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => {
            const [label, columnLook] = typeof head === 'string' ? [head] : head
            return (
              <th key={label} scope="col" class={columnLook}>
                {label}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
