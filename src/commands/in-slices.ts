const SLICE = 200

/**
 * Runs long work a slice at a time, so that whoever else waits for this process gets his turn in between. `take` gets
 * what the work yields.
 */
export const inSlices = async <T, R>(work: Generator<T, R>, take?: (value: T) => void): Promise<R> => {
  for (let count = 1; ; count += 1) {
    const next = work.next()
    if (next.done === true) return next.value
    take?.(next.value)
    if (count % SLICE === 0)
      await new Promise<void>(resolve => {
        setImmediate(resolve)
      })
  }
}
