import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Is the program there? Tests that read back with it are shown as skipped where it is not. */
export const hasProgram = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface Folder {
  readonly path: string
  /** Runs a program there; its standard output. A failing program throws with what it said. */
  run(program: string, ...options: string[]): Promise<string>
  remove(): Promise<void>
}

/** A temporary folder with the archive in it as `report.zip`. */
export const unpackFolder = async (archive: Buffer): Promise<Folder> => {
  const path = await mkdtemp(join(tmpdir(), 'thu-hoach-zip-'))
  await writeFile(join(path, 'report.zip'), archive)
  return {
    path,
    async run(program, ...options) {
      return (await run(program, options, { cwd: path, env: { ...process.env, LC_ALL: 'C.UTF-8' } })).stdout
    },
    async remove() {
      await rm(path, { recursive: true, force: true })
    },
  }
}
