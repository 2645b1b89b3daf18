import { problem } from '../domain/problems.ts'
import { refuse } from '../domain/result.ts'
import type { Gate } from '../ports/gate.ts'

/** At most `places` at once; the rest queue for at most `waitSeconds`. */
export const createGate = (places: number, waitSeconds: number): Gate => {
  let free = places
  /** A Set keeps the order of arrival, and lets go of one in the middle. */
  const queue = new Set<() => void>()

  const turn = async (): Promise<boolean> => {
    if (free > 0) {
      free -= 1
      return true
    }
    return new Promise(resolve => {
      const enter = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        queue.delete(enter)
        resolve(false)
      }, waitSeconds * 1000)
      queue.add(enter)
    })
  }

  const leave = () => {
    const [next] = queue
    if (next === undefined) {
      free += 1
    } else {
      // The place is handed over without ever being free: nobody slips in between.
      queue.delete(next)
      next()
    }
  }

  return {
    async through(work) {
      if (!(await turn())) return refuse(problem('busy', { seconds: waitSeconds }))
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
