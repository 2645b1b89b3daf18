import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaughtMail, DemoHouse } from '../ports/demo.ts'

const unquoted = (text: string): Buffer => {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}

/** `=?UTF-8?Q?…?=` and its like, as they stand in headers. */
const headerText = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(?:=\?utf-8\?([QB])\?([^?]*)\?=)/gi, (_, kind: string, word: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : unquoted(word.replaceAll('_', ' '))
      ).toString('latin1'),
    )

const headersOf = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map(line => [line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  )

const split = (part: string): readonly [head: string, body: string] => {
  const [head = '', ...body] = part.split(/\r?\n\r?\n/)
  return [head, body.join('\n\n')]
}

const textOf = (part: string): string | null => {
  const [head, body] = split(part)
  const headers = headersOf(head)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary !== undefined)
    return (
      body
        .split(`--${boundary}`)
        .slice(1)
        .map(inner => textOf(inner.trimStart()))
        .find(text => text !== null) ?? null
    )
  if (!type.startsWith('text/plain')) return null
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? unquoted(body)
        : Buffer.from(body, 'latin1')
  return bytes.toString('utf8')
}

/** Of the mails that our own transport writes; whatever else comes is shown as well as may be. */
export const readMail = (raw: Buffer, at: Date): CaughtMail => {
  // Bytes as characters, so that what is encoded twice is decoded twice.
  const whole = raw.toString('latin1')
  const headers = headersOf(split(whole)[0])
  const header = (name: string): string =>
    Buffer.from(headerText(headers.get(name) ?? ''), 'latin1').toString('utf8')
  return { at, to: header('to'), subject: header('subject'), text: (textOf(whole) ?? '').trim() }
}

/** The files of the catcher are named after the moment when they came. */
const momentOf = (name: string): Date => new Date(Number(/^\d+/.exec(name)?.[0] ?? 0))

export const caughtMails = (folder: string): DemoHouse => ({
  mailFolder: folder,
  async latestMails(limit) {
    const names = (await readdir(folder).catch(() => [])).filter(name => /^\d.*\.eml$/.test(name))
    const latest = names.sort().reverse().slice(0, limit)
    return Promise.all(latest.map(async name => readMail(await readFile(join(folder, name)), momentOf(name))))
  },
})
