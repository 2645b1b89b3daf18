import { fileURLToPath } from 'node:url'
import { type AsideLimits, aside, USUAL_LIMITS } from '../../aside/host.ts'
import type { PhotoType } from '../../domain/essay.ts'
import type { Unreadable } from '../../domain/essay-text.ts'

const CHILD = fileURLToPath(new URL('./pdf-child.ts', import.meta.url))

/** A PDF or a photo that anybody may have made. */
export interface ForeignFile {
  readonly type: 'pdf' | PhotoType
  readonly bytes: Uint8Array
}

/** Its pages alone, written anew: nothing is packed in it but their contents, which nobody here unpacks. */
export type CleanPdf = { readonly pdf: Uint8Array } | { readonly unreadable: Unreadable }

export interface PdfPages {
  clean(type: ForeignFile['type'], bytes: Uint8Array): Promise<CleanPdf>
  close(): void
}

/** Takes the pages out of PDFs, and puts photos on pages, in a process of its own, so that a hostile one costs bounded time and memory. */
export const pdfPages = (limits: AsideLimits = USUAL_LIMITS): PdfPages => {
  const working = aside<ForeignFile, CleanPdf>(CHILD, limits)
  return {
    async clean(type, bytes) {
      const found = await working.ask({ type, bytes })
      return typeof found === 'string' ? { unreadable: found } : found
    },
    close() {
      working.close()
    },
  }
}
