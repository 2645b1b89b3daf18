import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Office, office } from '../../src/formats/volume/office.ts'
import { fixture } from '../support/essays.ts'

const ODT = fixture('thu-hoach-3.odt')
/** No process has it. */
const DEAD = 2 ** 22 + 1

describe('the process that prints Word files', () => {
  const path = process.env['PATH']
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thu-hoach-test-office-'))
  })
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(folder, { recursive: true })
  })

  /** A program of this name on the path, that does so with its folder as `$PWD`. */
  const programDoes = (script: string): void => {
    const program = join(folder, 'soffice')
    writeFileSync(program, `#!/bin/sh\n${script}\n`)
    chmodSync(program, 0o755)
    process.env['PATH'] = `${folder}:${path}`
  }
  const print = async (convert: Office) => convert('odt', ODT, new AbortController().signal)
  const mine = () => readdirSync(tmpdir()).filter(name => name.startsWith(`thu-hoach-office-${process.pid}-`))

  it('is not there: nothing is printed', async () => {
    process.env['PATH'] = folder
    expect(await print(office())).to.equal(null)
  })

  it('ends when it takes too long, makes nothing or too much, and leaves no folder', async () => {
    for (const script of [
      'sleep 600',
      'exit 1',
      'dd if=/dev/zero of=essay.pdf bs=65536 count=64; sleep 600',
    ]) {
      programDoes(script)
      await print(office({ longestMs: 1000, mostBytes: 1024 * 1024 }))
      expect(mine(), script).to.deep.equal([])
    }
  }).timeout(20_000)

  it('knows nothing of the house, and works in a home of its own', async () => {
    process.env['SESSION_SECRET'] = 'secret'
    programDoes('env > essay.pdf; ls -a "$HOME" >> essay.pdf')
    const seen = Buffer.from((await print(office()))!).toString()
    delete process.env['SESSION_SECRET']
    expect(seen).to.include('essay.odt').and.to.include('profile').and.not.to.include('secret')
  })

  it('takes away what the process of a killed worker left, and not what another one works in', async () => {
    const dead = join(tmpdir(), `thu-hoach-office-${DEAD}-test`)
    const alive = join(tmpdir(), `thu-hoach-office-${process.ppid}-test`)
    for (const each of [dead, alive]) mkdirSync(each, { recursive: true })
    process.env['PATH'] = folder
    await print(office())
    expect([existsSync(dead), existsSync(alive)]).to.deep.equal([false, true])
    rmSync(alive, { recursive: true })
  })
})
