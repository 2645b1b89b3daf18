/** Most questions in one. */
const MOST = 200

interface Waiting<Q, A> {
  readonly question: Q
  readonly resolve: (answer: A) => void
  readonly reject: (error: unknown) => void
}

/**
 * Many who ask at the same time are answered by one question to the database: whoever asks while one is under way goes
 * into the next, so every answer is at least as new as the asking. `ask` answers in the order of the questions; where it
 * fails, it fails for all of them.
 */
export const inBatches = <Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): ((question: Q) => Promise<A>) => {
  const waiting: Waiting<Q, A>[] = []
  let isAsking = false

  const rounds = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST)
      try {
        const answers = await ask(batch.map(({ question }) => question))
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as A)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isAsking = false
  }

  return async question =>
    new Promise<A>((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (isAsking) return
      isAsking = true
      // Those who ask in the same turn of the event loop are in the first round already.
      setImmediate(() => void rounds())
    })
}

/** Many who ask for the same thing at the same time share the answer. */
export const shared = <A, K extends string = string>(
  find: (key: K) => Promise<A>,
): ((key: K) => Promise<A>) =>
  inBatches(async (keys: readonly K[]) => {
    const answers = new Map(
      await Promise.all([...new Set(keys)].map(async key => [key, await find(key)] as const)),
    )
    return keys.map(key => answers.get(key) as A)
  })

/** Everybody who asks has a key of his own: one question finds the documents of all keys; `keyOf` says whose one is. */
export const foundByKey = <D>(
  find: (keys: readonly string[]) => Promise<readonly D[]>,
  keyOf: (document: D) => string | null,
): ((key: string) => Promise<readonly D[]>) =>
  inBatches(async (keys: readonly string[]) => {
    const found = new Map<string | null, D[]>()
    for (const document of await find([...new Set(keys)])) {
      const key = keyOf(document)
      found.set(key, [...(found.get(key) ?? []), document])
    }
    return keys.map(key => found.get(key) ?? [])
  })
