import { serve } from '../aside/serve.ts'
import type { FoundText } from '../ports/essay-texts.ts'
import { EXTRACTORS } from './extract.ts'
import { reasonOf } from './stop.ts'
import type { ToRead } from './told.ts'

/** The process that reads one file after the other. */
serve(async ({ type, bytes }: ToRead): Promise<FoundText> => {
  try {
    const { buffer, byteOffset, byteLength } = bytes
    return { paragraphs: await EXTRACTORS[type](Buffer.from(buffer, byteOffset, byteLength)) }
  } catch (error) {
    return { unreadable: reasonOf(error) }
  }
})
