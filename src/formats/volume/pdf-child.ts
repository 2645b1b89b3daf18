import { PDFDocument } from '@cantoo/pdf-lib'
import { serve } from '../../aside/serve.ts'
import type { CleanPdf, ForeignPdf } from './pdf-pages.ts'
import { copyPages } from './uploaded.ts'

/** The process that takes the pages out of one PDF after the other. */
serve(async ({ bytes }: ForeignPdf): Promise<CleanPdf> => {
  try {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    for (const page of await copyPages(pdf, bytes)) pdf.addPage(page)
    return { pdf: await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }) }
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`)
    return { unreadable: isLocked ? 'locked' : 'damaged' }
  }
})
