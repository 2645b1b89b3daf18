import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { compiledReport, downloadReport, handIn } from '../support/reporting.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

const UNITS: Readonly<Record<string, string>> = {
  'hung-yen': 'NUL',
  'hung-yen-van-lam': '../../Công ty "Điện tử" CP . ',
  'hung-yen-van-giang': 'Công đoàn cơ sở Công ty TNHH '.repeat(6).trim(),
}
const VAN_LAM = '-..-Công ty -Điện tử- CP'
const VAN_GIANG = 'Công đoàn cơ sở Công ty TNHH Công đoàn cơ sở Công ty TNHH Công đ'

const PEOPLE: readonly [what: string, unit: string, name: string, path: string][] = [
  ['one of two', 'hung-yen', 'Nguyễn Văn An', '_NUL/Nguyễn Văn An_CĐ1.rtf'],
  ['the other', 'hung-yen', 'Nguyễn Văn An', '_NUL/Nguyễn Văn An (2)_CĐ1.rtf'],
  ['NFD', 'hung-yen', 'Phạm Thị Ánh'.normalize('NFD'), '_NUL/Phạm Thị Ánh_CĐ1.rtf'.normalize('NFC')],
  ['a device', 'hung-yen', 'con', '_NUL/_con_CĐ1.rtf'],
  ['climbing', 'hung-yen-van-lam', '../../etc/passwd', `${VAN_LAM}/-..-etc-passwd_CĐ1.rtf`],
  ['a drive', 'hung-yen-van-lam', 'C:\\Windows\\a', `${VAN_LAM}/C--Windows-a_CĐ1.rtf`],
  ['bidi', 'hung-yen-van-lam', 'Trần \u202Egpj.exe\u202C', `${VAN_LAM}/Trần gpj.exe_CĐ1.rtf`],
  ['controls', 'hung-yen-van-lam', 'Lê\u0000 Văn\u0007\nBa. ', `${VAN_LAM}/Lê Văn Ba_CĐ1.rtf`],
  ['nothing left', 'hung-yen-van-lam', '...', `${VAN_LAM}/__CĐ1.rtf`],
  ['a separator', 'hung-yen-van-lam', '/', `${VAN_LAM}/-_CĐ1.rtf`],
  ['quotes', 'hung-yen-van-lam', `a<b>c|d?e*f"g'h`, `${VAN_LAM}/a-b-c-d-e-f-g'h_CĐ1.rtf`],
  [
    'over 300 bytes',
    'hung-yen-van-giang',
    'Đặng '.repeat(60),
    `${VAN_GIANG}/${'Đặng '.repeat(13)}Đặn_CĐ1.rtf`,
  ],
  // What joins the parts of an emoji cannot be seen: it goes as everything does that cannot.
  ['emoji', 'hung-yen-van-giang', '👩🏽‍🌾'.repeat(30), `${VAN_GIANG}/${'👩🏽🌾'.repeat(9)}_CĐ1.rtf`],
]

const essayOf = (what: string): string => `{\\rtf1\\ansi ${what}}`

const UNPACKERS: readonly [program: string, ...options: string[]][] = [
  ['unzip', '-q', 'report.zip', '-d', 'out'],
  ['python3', '-c', "import zipfile; zipfile.ZipFile('report.zip').extractall('out')"],
  [hasProgram('7zz') ? '7zz' : '7z', 'x', '-oout', 'report.zip'],
]

/** Path below the folder → what lies there; a link would not be followed. */
const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(path => [relative(folder, path), readFileSync(path, 'utf8')]),
  )

describe('the ZIP of people and units with ugly names', () => {
  let world: World
  let archive: Buffer

  before(async () => {
    world = await openWorld()
    for (const [code, name] of Object.entries(UNITS))
      await world.as('admin').patch(`/api/v1/units/${code}`).send({ name }).expect(200)
    for (const [what, unit, name] of PEOPLE) {
      const { id } = await enrol(world, { name, unit })
      await handIn(world, id, 'CD1', Buffer.from(essayOf(what)), 'bài.rtf')
    }
    const report = await compiledReport(world, {
      formats: ['zip'],
      archive: { names: '{donvi}/{hoten}_{chuyende}' },
    })
    archive = await downloadReport(world, report, 'zip')
  })
  after(async () => world.close())

  for (const [program, ...options] of UNPACKERS)
    it(`is unpacked by ${program}: names and bytes are right, and nothing lies elsewhere`, async function () {
      if (!hasProgram(program)) this.skip()
      const folder = await unpackFolder(archive)
      try {
        await folder.run(program, ...options)
        expect(readdirSync(folder.path).sort()).to.deep.equal(['out', 'report.zip'])
        const found = contentsOf(join(folder.path, 'out'))
        const essays = Object.entries(found).filter(([path]) => path.includes('/'))
        const expected = PEOPLE.map(([what, , , path]) => [path, essayOf(what)])
        // Of two who are called the same, either may come first.
        const both = (path: string): string => path.replace(' (2)', '')
        expect(essays.map(([path]) => path)).to.have.members(expected.map(([path]) => path))
        expect(essays.map(([path, text]) => [both(path), text])).to.have.deep.members(
          expected.map(([path = '', text]) => [both(path), text]),
        )
        expect(Object.keys(found).filter(path => !path.includes('/'))).to.have.members([
          ...['manifest.csv', 'manifest.json', 'SHA256SUMS'],
        ])
        if (hasProgram('sha256sum')) await folder.run('sh', '-c', 'cd out && sha256sum -c SHA256SUMS')
      } finally {
        await folder.remove()
      }
    })
})
