import type { EssayFile } from '../domain/essay.ts'
import { readingOf, unreadable } from '../domain/essay-text.ts'
import type { TextToRead } from '../ports/essay-texts.ts'
import type { Ports } from '../ports/index.ts'

/** Longer than two files take, the one before it included: who holds a file longer than this died. */
const LEASE_MS = 2 * 60_000
/** A file with which the worker died so often is left alone. */
const MOST_ATTEMPTS = 4

type Needed = Pick<Ports, 'essayTexts' | 'essayFiles' | 'textReader'>

const read =
  ({ essayFiles, textReader }: Needed) =>
  async ({ file, type, attempt }: TextToRead) => {
    if (attempt > MOST_ATTEMPTS) return unreadable('damaged')
    const bytes = Buffer.concat(await essayFiles.open(file).toArray())
    const found = await textReader.read(type, bytes)
    return 'unreadable' in found ? unreadable(found.unreadable) : readingOf(type, found.paragraphs)
  }

/** Reads the words of one file that was handed in, unless that was done or somebody else is at it. */
export const readText =
  (ports: Needed) =>
  async (id: EssayFile['id'], now: Date): Promise<void> => {
    const claimed = await ports.essayTexts.claim(id, now, new Date(now.getTime() + LEASE_MS))
    if (claimed === null) return
    await ports.essayTexts.save({ ...(await read(ports)(claimed)), file: id, readAt: now })
  }
