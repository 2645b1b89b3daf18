import { PDFDocument } from '@cantoo/pdf-lib'
import { serve } from '../../aside/serve.ts'
import { photoBinder } from '../photo-binder.ts'
import type { CleanPdf, ForeignFile } from './pdf-pages.ts'
import { copyPages } from './uploaded.ts'

/** The process that makes pages of one file after the other. */
serve(async ({ type, bytes }: ForeignFile): Promise<CleanPdf> => {
  try {
    if (type !== 'pdf')
      return { pdf: await photoBinder.bind('', [{ type, turn: 0, read: async () => bytes }]) }
    const pdf = await PDFDocument.create({ updateMetadata: false })
    for (const page of await copyPages(pdf, bytes)) pdf.addPage(page)
    return { pdf: await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }) }
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`)
    return { unreadable: isLocked ? 'locked' : 'damaged' }
  }
})
