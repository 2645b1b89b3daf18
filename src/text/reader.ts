import { fileURLToPath } from 'node:url'
import { type AsideLimits, aside, USUAL_LIMITS } from '../aside/host.ts'
import type { FoundText, TextReader } from '../ports/essay-texts.ts'
import type { ToRead } from './told.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Reads files in a process of its own, one at a time: see aside/host.ts. */
export const textReader = (limits: AsideLimits = USUAL_LIMITS): TextReader => {
  const reading = aside<ToRead, FoundText>(CHILD, limits)
  return {
    async read(type, bytes) {
      if (type === 'jpg' || type === 'png' || type === 'photos') return { paragraphs: [] }
      if (type === 'txt') return { paragraphs: bytes.toString('utf8').split(/\n{2,}/) }
      const found = await reading.ask({ type, bytes })
      return typeof found === 'string' ? { unreadable: found } : found
    },
    async close() {
      reading.close()
    },
  }
}
