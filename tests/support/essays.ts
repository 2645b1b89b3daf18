import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { CastName } from './cast.ts'
import type { World } from './world.ts'

export const fixture = (name: string): Buffer => readFileSync(join('fixtures/essays', name))

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A PDF to every check of ours; no two are the same. */
export const pdf = (size = 3000): Buffer => {
  const head = Buffer.from('%PDF-1.7\n')
  const end = Buffer.from('\n%%EOF\n')
  return Buffer.concat([head, randomBytes(size - head.length - end.length), end])
}

/** A ZIP of these entries, packed where a number says how many equal bytes an entry has. */
export const zip = async (entries: Readonly<Record<string, string | number>>): Promise<Buffer> => {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(entries))
    file.addBuffer(typeof content === 'string' ? Buffer.from(content) : Buffer.alloc(content), name, {
      compress: typeof content === 'number',
    })
  file.end()
  return buffer(file.outputStream)
}

export const submissions = (enrolment: string): string => `${enrolmentPath(enrolment)}/submissions`
export const enrolmentPath = (enrolment: string): string =>
  `/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments/${enrolment}`

/** Hands in one file; the answer is still to be expected. */
export const send = (
  world: World,
  enrolment: string,
  topics: string,
  bytes: Buffer,
  name = 'bài.pdf',
  who: CastName = 'admin',
) => world.as(who).post(submissions(enrolment)).field('topics', topics).attach('file', bytes, name)

/** The hash of everything in the house, but for who used his token when: equal means that nothing was left behind. */
export const everythingIn = async ({ db }: World): Promise<Readonly<Record<string, string>>> => {
  const { tokens: _tokens, ...collections } = (await db.command({ dbHash: 1 }))['collections']
  return collections
}
