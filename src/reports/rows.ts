import type { Row } from './model.ts'

/** One row for each item, made while they are read, as often as they are read: a country's people make long tables. */
export const rowsOf = <T>(items: readonly T[], row: (item: T, index: number) => Row): Iterable<Row> => ({
  *[Symbol.iterator]() {
    for (const [index, item] of items.entries()) yield row(item, index)
  },
})
