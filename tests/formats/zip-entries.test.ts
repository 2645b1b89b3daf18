import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { zipEntries } from '../../src/formats/zip-entries.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'

const COUNT = 65_600

describe('a ZIP written entry after entry', () => {
  it('holds more entries than a ZIP of old can count, each in its place', async function () {
    // Some 10 s, nearly all of them for so many streams: ZIP64 begins at 65,535 entries and no sooner.
    this.timeout(120_000)
    const zip = zipEntries()
    const bytes = buffer(zip.out)
    const options = { mtime: new Date('2018-12-07T02:00:00Z'), compress: false }
    for (let n = 0; n < COUNT; n += 1) await zip.add(`a/${n}.txt`, [Buffer.from(`${n}`)], options)
    zip.end()
    const folder = await unpackFolder(await bytes)
    try {
      if (hasProgram('unzip')) await folder.run('unzip', '-tqq', 'report.zip')
      if (hasProgram('7z')) await folder.run('7z', 't', 'report.zip')
      if (!hasProgram('python3')) this.skip()
      const script = [
        'import zipfile',
        "archive = zipfile.ZipFile('report.zip')",
        "print(sum(archive.read(f'a/{n}.txt') == str(n).encode() for n in range(len(archive.namelist()))))",
      ].join('\n')
      expect((await folder.run('python3', '-c', script)).trim()).to.equal(`${COUNT}`)
    } finally {
      await folder.remove()
    }
  })
})
