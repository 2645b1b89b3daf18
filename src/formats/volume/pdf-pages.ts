import { fileURLToPath } from 'node:url'
import { type AsideLimits, aside, USUAL_LIMITS } from '../../aside/host.ts'
import type { Unreadable } from '../../domain/essay-text.ts'

const CHILD = fileURLToPath(new URL('./pdf-child.ts', import.meta.url))

/** A PDF that anybody may have made. */
export interface ForeignPdf {
  readonly bytes: Uint8Array
}

/** Its pages alone, written anew: nothing is packed in it but their contents, which nobody here unpacks. */
export type CleanPdf = { readonly pdf: Uint8Array } | { readonly unreadable: Unreadable }

export interface PdfPages {
  clean(bytes: Uint8Array): Promise<CleanPdf>
  close(): void
}

/** Takes the pages out of PDFs in a process of its own, so that a hostile one costs bounded time and memory. */
export const pdfPages = (limits: AsideLimits = USUAL_LIMITS): PdfPages => {
  const working = aside<ForeignPdf, CleanPdf>(CHILD, limits)
  return {
    async clean(bytes) {
      const found = await working.ask({ bytes })
      return typeof found === 'string' ? { unreadable: found } : found
    },
    close() {
      working.close()
    },
  }
}
