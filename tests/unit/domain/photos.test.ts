import { expect } from 'chai'
import type { EssayFile, EssayPage } from '../../../src/domain/essay.ts'
import { arrangePages, boundName, isSameFile, pageFaults, readingFile } from '../../../src/domain/photos.ts'

const page = (name: string, start: number, size = 10): EssayPage => ({
  name,
  type: 'jpg',
  start,
  size,
  sha256: name,
  turn: 0,
})
const photos = (...pages: EssayPage[]): EssayFile => ({
  id: 'f',
  name: pages[0]?.name ?? 'a.pdf',
  type: pages.length === 0 ? 'pdf' : 'jpg',
  size: pages.reduce((sum, { size }) => sum + size, 0),
  sha256: 'all',
  ...(pages.length === 0 ? {} : { pages }),
})
const upright = { turns: [], isByName: false }
const three = photos(page('IMG_10.jpg', 0), page('IMG_9.jpg', 10), page('img_1.jpg', 20))

describe('photos of pages', () => {
  it('are one file named after what they are, in the order and as they were turned', () => {
    const file = arrangePages(three, { turns: [90, 0, 270], isByName: false }, ['CD1', 'CD3'])
    expect(file).to.deep.include({ name: '3 ảnh bài viết tay CĐ1, CĐ3', type: 'photos', size: 30 })
    expect(file.pages?.map(({ turn }) => turn)).to.deep.equal([90, 0, 270])
    expect(boundName(file)).to.equal('3 ảnh bài viết tay CĐ1, CĐ3.pdf')
  })

  it('are ordered by their names as people count, where asked', () => {
    const file = arrangePages(three, { turns: [], isByName: true }, ['CD1'])
    expect(file.pages?.map(({ name, start }) => [name, start])).to.deep.equal([
      ['img_1.jpg', 20],
      ['IMG_9.jpg', 10],
      ['IMG_10.jpg', 0],
    ])
    expect(pageFaults(file)).to.deep.equal([])
  })

  it('leave alone what is no photo, and one photo that nobody turned', () => {
    expect(arrangePages(photos(), upright, ['CD1'])).to.deep.equal(photos())
    const one = arrangePages(photos(page('a.jpg', 0)), upright, ['CD1'])
    expect(one).to.deep.include({ name: 'a.jpg', type: 'jpg' }).and.not.have.property('pages')
    const turned = arrangePages(photos(page('a.jpg', 0)), { ...upright, turns: [0] }, ['CD1'])
    expect(turned).to.deep.include({ name: 'a.jpg', type: 'jpg' })
    expect(turned.pages).to.have.length(1)
    expect(boundName(turned)).to.equal('a.pdf')
  })

  it('are the same again only if they stand the same', () => {
    const first = arrangePages(three, { turns: [0, 0, 90], isByName: false }, [])
    expect(isSameFile(first, arrangePages(three, { turns: [0, 0, 90], isByName: false }, []))).to.equal(true)
    expect(isSameFile(first, arrangePages(three, upright, []))).to.equal(false)
    expect(isSameFile(first, { ...first, sha256: 'other' })).to.equal(false)
  })

  it('are read as the PDF bound of them, not before; a single one also as it is', () => {
    const several = arrangePages(three, upright, ['CD1'])
    const bound = { ...photos(), id: 'pdf' }
    expect(readingFile({ file: several })).to.equal(null)
    expect(readingFile({ file: several, bound })).to.equal(bound)
    const one = photos(page('a.jpg', 0))
    expect(readingFile({ file: one })).to.equal(one)
  })

  for (const [what, file, faults] of [
    ['a gap', { ...three, pages: [page('a', 0), page('b', 12)] }, 1],
    ['a page too few', { ...three, pages: [page('a', 0), page('b', 10)] }, 1],
    ['no pages', { ...photos(), type: 'photos' as const }, 1],
    ['nothing', three, 0],
  ] as const)
    it(`have ${what} found in them`, () => {
      expect(pageFaults(file)).to.have.length(faults)
    })
})
