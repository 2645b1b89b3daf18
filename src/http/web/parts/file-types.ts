import type { FileType } from '../../../domain/campaign.ts'

/** How people call the types, and what a browser is to offer. With `image/jpeg`, and no word of HEIC, an iPhone sends JPEG. */
export const OFFERED: Readonly<Record<FileType, { readonly name: string; readonly accept: string }>> = {
  doc: { name: 'Word', accept: '.doc,application/msword' },
  docx: {
    name: 'Word',
    accept: '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { name: 'PDF', accept: '.pdf,application/pdf' },
  odt: { name: 'ODT', accept: '.odt,application/vnd.oasis.opendocument.text' },
  rtf: { name: 'RTF', accept: '.rtf,application/rtf' },
  jpg: { name: 'JPG', accept: '.jpg,.jpeg,image/jpeg' },
  png: { name: 'PNG', accept: '.png,image/png' },
}
