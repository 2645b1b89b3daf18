import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FACES, fontPath } from '../pdf/fonts.ts'

/** A text document → a PDF of it; null: there is no LibreOffice, or it made nothing of this one. */
export type Office = (
  type: 'doc' | 'docx' | 'odt' | 'rtf',
  bytes: Buffer,
  signal: AbortSignal,
) => Promise<Uint8Array | null>

export interface OfficeLimits {
  readonly longestMs: number
  /** Of the PDF and of any other file it writes, in bytes. */
  readonly mostBytes: number
}

const USUAL: OfficeLimits = { longestMs: 60_000, mostBytes: 64 * 1024 * 1024 }
/** In kB. */
const MOST_MEMORY = 4 * 1024 * 1024
const FOLDER = 'thu-hoach-office-'

/** Nothing is fetched and nothing runs, whatever a document asks for. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${['BlockUntrustedRefererLinks', 'DisableMacrosExecution', 'DisableActiveContent']
  .map(
    name =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>true</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`

const findProgram = async (): Promise<string | null> => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(part => part !== '')) {
    const path = join(folder, 'soffice')
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Folders of workers that were killed; what they had started ends by its own limits. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** A home with the settings, and with our fonts: a server has no Times New Roman, and lines would break elsewhere. */
const furnish = async (folder: string): Promise<void> => {
  const user = join(folder, 'profile', 'user')
  const fonts = join(folder, '.local', 'share', 'fonts')
  await mkdir(user, { recursive: true })
  await mkdir(fonts, { recursive: true })
  await writeFile(join(user, 'registrymodifications.xcu'), SETTINGS)
  for (const face of FACES) await symlink(fontPath(face), join(fonts, basename(fontPath(face))))
}

/** Its limits are the shell's, so that they hold though this process be killed. */
const start = (program: string, folder: string, file: string, { longestMs, mostBytes }: OfficeLimits) => {
  const limits = `ulimit -t ${Math.ceil(longestMs / 1000)} -f ${Math.ceil(mostBytes / 512)} -v ${MOST_MEMORY}`
  const options = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', folder]
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  return spawn('/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, program, profile, ...options, file], {
    cwd: folder,
    // A group of its own: the program starts others.
    detached: true,
    stdio: 'ignore',
    // The house's secrets are no business of a converter.
    env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
  })
}

const killAll = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

const ended = async (child: ChildProcess, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const kill = (): void => {
      killAll(child)
    }
    const done = (): void => {
      signal.removeEventListener('abort', kill)
      kill()
      resolve()
    }
    if (signal.aborted) kill()
    signal.addEventListener('abort', kill)
    child.once('exit', done)
    child.once('error', done)
  })

const convert = async (
  program: string,
  folder: string,
  name: string,
  limits: OfficeLimits,
  signal: AbortSignal,
): Promise<Uint8Array | null> => {
  const child = start(program, folder, name, limits)
  await ended(child, AbortSignal.any([signal, AbortSignal.timeout(limits.longestMs)]))
  return readFile(join(folder, 'essay.pdf')).catch(() => null)
}

/**
 * LibreOffice where there is one, in a process and with a profile of its own for each document; of either nothing is left.
 */
export const office = (limits: OfficeLimits = USUAL): Office => {
  let found: Promise<string | null> | null = null
  return async (type, bytes, signal) => {
    if (process.platform === 'win32') return null
    found ??= sweep().then(findProgram)
    const program = await found
    if (program === null) return null
    const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`))
    try {
      const name = `essay.${type}`
      await writeFile(join(folder, name), bytes)
      await furnish(folder)
      return await convert(program, folder, name, limits, signal)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}
