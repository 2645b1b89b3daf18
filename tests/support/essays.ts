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

export const PHOTOS = ['IMG_20181210_01.jpg', 'IMG_20181210_02.jpg', 'IMG_20181210_03.jpg'] as const

/** A JPEG that says how it was held (EXIF's Orientation), and no longer the same as any other. */
export const held = (jpeg: Buffer, orientation: number): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write('MM')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x01_12, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** A JPEG with so many bytes after its end, as some phones put them there. */
export const padded = (jpeg: Buffer, bytes: number): Buffer => Buffer.concat([jpeg, randomBytes(bytes)])

/** Hands in photos of pages, in this order; the answer is still to be expected. */
export const sendPhotos = (
  world: World,
  enrolment: string,
  photos: readonly (readonly [name: string, bytes: Buffer])[],
  { who = 'admin', ...fields }: { who?: CastName; topics?: string; turns?: string; order?: string } = {},
) => {
  const request = world.as(who).post(submissions(enrolment))
  for (const [name, value] of Object.entries({ topics: 'CD1', ...fields })) request.field(name, value)
  for (const [name, bytes] of photos) request.attach('file', bytes, name)
  return request
}

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
