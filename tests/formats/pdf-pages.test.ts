import { deflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect } from 'chai'
import { type PdfPages, pdfPages } from '../../src/formats/volume/pdf-pages.ts'
import { fixture, held, PHOTOS, pdf } from '../support/essays.ts'

const MB = 1024 * 1024

const made = async (change: (document: PDFDocument) => void): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage().drawText('A page')
  change(document)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A small file with an object stream that unpacks to so much. */
const bomb = (size: number): Buffer => {
  const packed = deflateSync(Buffer.alloc(size, ' '))
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  const tail = '\nendstream\nendobj\ntrailer\n<< /Root 2 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)])
}

const pagesIn = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPages()

describe('pages of PDFs that anybody may have made', () => {
  let pages: PdfPages
  before(() => {
    pages = pdfPages({ longestMs: 30_000, idleMs: 20_000, mostResident: 260 * MB })
  })
  after(() => {
    pages.close()
  })

  const clean = async (bytes: Buffer): Promise<Uint8Array> => {
    const found = await pages.clean('pdf', bytes)
    if ('unreadable' in found) throw new Error(found.unreadable)
    return found.pdf
  }

  it('come as they are', async () => {
    for (const name of ['Bai 1 va 3.PDF', 'scan khong co chu.pdf']) {
      const before = await pagesIn(fixture(name))
      const after = await pagesIn(await clean(fixture(name)))
      expect(after.map(page => page.getSize())).to.deep.equal(before.map(page => page.getSize()))
    }
  })

  it('hold a photo upright', async () => {
    const found = await pages.clean('jpg', held(fixture(PHOTOS[0]), 6))
    if ('unreadable' in found) throw new Error(found.unreadable)
    const [page] = await pagesIn(found.pdf)
    expect(page!.getRotation().angle).to.equal(90)
  })

  it('run nothing and start nothing', async () => {
    const armed = await made(document => {
      const page = document.getPage(0)
      const action = { S: 'JavaScript', JS: PDFName.of('x') }
      page.node.set(PDFName.of('AA'), document.context.obj({ O: action }))
      for (const S of ['JavaScript', 'Launch', 'URI'])
        page.node.addAnnot(
          document.context.register(
            document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S } }),
          ),
        )
      document.addJavaScript('on opening', 'app.alert(1)')
    })
    const bytes = await clean(armed)
    const [page] = await pagesIn(bytes)
    const left = page!.node
      .Annots()!
      .asArray()
      .map(entry => {
        const annotation = page!.node.context.lookup(entry, PDFDict)
        return String(annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.get(PDFName.of('S')))
      })
    expect(left).to.deep.equal(['undefined', 'undefined', '/URI'])
    expect(page!.node.has(PDFName.of('AA'))).to.equal(false)
    expect(Buffer.from(bytes).includes('JavaScript')).to.equal(false)
  })

  it('are not to be had of what is broken, locked or too large to unpack, and the next one is read again', async () => {
    expect(await pages.clean('pdf', pdf())).to.deep.equal({ unreadable: 'damaged' })
    const locked = await made(document => {
      document.encrypt({ userPassword: 'a', ownerPassword: 'b' })
    })
    expect(await pages.clean('pdf', locked)).to.deep.equal({ unreadable: 'locked' })
    expect(await pages.clean('pdf', bomb(300 * MB))).to.deep.equal({ unreadable: 'too-large' })
    const open = await made(document => {
      document.encrypt({ ownerPassword: 'b' })
    })
    expect(await pagesIn(await clean(open))).to.have.length(1)
  }).timeout(60_000)
})
