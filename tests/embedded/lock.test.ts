import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { lockFolder, stackOn } from '../../src/embedded/lock.ts'
import { ownerText } from '../../src/embedded/owner.ts'

const messageOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => String(error),
  )

describe('the lock on a data folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thu-hoach-lock-'))
  })
  afterEach(async () => rm(folder, { recursive: true }))

  it('is held by one, until he lets go', async () => {
    const lock = await lockFolder(folder)
    expect(await stackOn(folder)).to.equal(process.pid)
    expect(await messageOf(lockFolder(folder))).to.include(
      `runs on ${folder} already (process ${process.pid})`,
    )
    await lock.stop()
    expect(await stackOn(folder)).to.equal(null)
    await (await lockFolder(folder)).stop()
  })

  it('goes to one of several who ask at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, async () => lockFolder(folder)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
  })

  const left: Readonly<Record<string, () => Promise<string>>> = {
    'a process that has ended': async () => JSON.stringify({ pid: 2 ** 22 + 1, birth: '1' }),
    'a number that another process has by now': async () =>
      (await ownerText(process.pid)).replace(/"birth":"/, '"birth":"0'),
    'a file cut short': async () => '{"pid":',
  }
  for (const [whose, content] of Object.entries(left))
    it(`is taken over from ${whose}`, async () => {
      await writeFile(join(folder, 'lock'), await content())
      await lockFolder(folder)
      expect(await stackOn(folder)).to.equal(process.pid)
    })
})
