/**
 * Starts what comes next while one is worked on, at most `most` at a time, and gives each with what its start came to,
 * in order. What was started and is not taken any more is dropped.
 */
export async function* ahead<T, R>(
  items: Iterable<T>,
  most: number,
  start: (item: T) => Promise<R>,
  drop: (started: R) => void,
): AsyncGenerator<readonly [item: T, started: R]> {
  const rest = items[Symbol.iterator]()
  const waiting: { readonly item: T; readonly started: Promise<R> }[] = []
  const fill = (): void => {
    while (waiting.length < most) {
      const next = rest.next()
      if (next.done === true) return
      const started = start(next.value)
      // It is told when its turn comes.
      started.catch(() => {})
      waiting.push({ item: next.value, started })
    }
  }
  try {
    for (;;) {
      fill()
      const next = waiting.shift()
      if (next === undefined) return
      yield [next.item, await next.started]
    }
  } finally {
    for (const { started } of waiting) started.then(drop, () => {})
  }
}
