import { expect } from 'chai'
import { office } from '../../src/formats/volume/office.ts'
import { docxOf, paperOf, pdfOf, somePeople } from '../support/papers.ts'
import { readPdf } from '../support/pdf.ts'
import { hasProgram } from '../support/unpack.ts'

/** LibreOffice sets letters out of several fonts, which are read one after the other. */
const isAppendix = (row: string): boolean => /^Ph[ụlc\s]+[IV]+$/.test(row)

/** Where each appendix starts, and the last page. */
const landmarks = async (bytes: Uint8Array): Promise<readonly number[]> => {
  const pages = await readPdf(Buffer.from(bytes))
  const starts = pages.flatMap(({ rows }, index) => (rows.some(isAppendix) ? [index] : []))
  return [...starts, pages.length]
}

describe('the administrative paper as LibreOffice prints it', () => {
  // A machine that is busy with other tests takes its time.
  const convert = office({ longestMs: 110_000, mostBytes: 64 * 1024 * 1024 })

  for (const count of [0, 12, 391])
    it(`has as many pages as the PDF, one more or less, for ${count} people`, async function () {
      if (!hasProgram('soffice')) this.skip()
      const document = paperOf(somePeople(count))
      const printed = await convert('docx', await docxOf(document), new AbortController().signal)
      const [own, theirs] = [await landmarks(await pdfOf(document)), await landmarks(printed!)]
      expect(own).to.have.length(6)
      expect(theirs).to.have.length(6)
      own.forEach((page, index) => {
        expect(page - theirs[index]!, `landmark ${index}`).to.be.within(-1, 1)
      })
    }).timeout(120_000)
})
