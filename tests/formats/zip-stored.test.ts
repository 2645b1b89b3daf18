import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { zipStored } from '../../src/formats/zip-stored.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'

const filesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const bytes = Buffer.from(`báo cáo ${n}\n`.repeat(n % 7))
    const entry = `LĐLĐ tỉnh ${n}/Báo cáo thu hoạch - LĐLĐ tỉnh ${n} - 2018-12-07 - Theo chuyên đề.csv`
    const mtime = new Date('2018-12-07T02:00:00Z')
    return { entry, size: bytes.length, mtime, open: () => Readable.from([bytes]) }
  })

describe('a ZIP of files as they are', () => {
  // 83 provinces with every format: the names alone come to more than 64 KB.
  for (const count of [0, 1, 913])
    it(`has the size that was told, and opens: ${count} files`, async () => {
      const { size, bytes } = await zipStored(filesOf(count))
      const zip = await buffer(bytes)
      expect(zip.length).to.equal(size)
      if (count === 0) return
      const folder = await unpackFolder(zip)
      expect((await folder.run('unzip', '-Z1', 'report.zip')).trim().split('\n')).to.have.length(count)
      await folder.run('unzip', '-tq', 'report.zip')
      if (hasProgram('7z')) await folder.run('7z', 't', 'report.zip')
      await folder.remove()
    })

  it('has the size that was told beyond 4 GB too, where ZIP64 begins', async () => {
    const mtime = new Date('2018-12-07T02:00:00Z')
    const open = () => new Readable({ read() {} })
    const { size, bytes } = await zipStored([
      { entry: 'a/lớn.bin', size: 2 ** 32 + 5, mtime, open },
      { entry: 'a/sau.txt', size: 5, mtime, open },
    ])
    bytes.destroy()
    // As long as this very ZIP was when it was once written out; unzip, Python and 7z read what lies behind the 4 GB.
    expect(size).to.equal(4_294_967_718)
  })
})
