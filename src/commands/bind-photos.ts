import { buffer } from 'node:stream/consumers'
import type { EssayFile } from '../domain/essay.ts'
import { boundName } from '../domain/photos.ts'
import type { ReceivedFile } from '../ports/essay-files.ts'
import type { Ports } from '../ports/index.ts'

export type BindingPorts = Pick<Ports, 'essays' | 'essayFiles' | 'photoBinder' | 'transact'>

const PIECE_BYTES = 256 * 1024

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    yield Buffer.from(bytes.subarray(at, at + PIECE_BYTES))
}

const bind = async (
  { essayFiles, photoBinder }: BindingPorts,
  file: EssayFile,
  now: Date,
): Promise<ReceivedFile> => {
  const loose = (file.pages ?? []).map(({ type, turn, start, size }) => ({
    type,
    turn,
    read: async () => buffer(essayFiles.open(file.id, { start, end: start + size - 1 })),
  }))
  const name = boundName(file)
  const bytes = piecesOf(await photoBinder.bind(name, loose))
  const incoming = { name, bytes, announced: null, at: now }
  const received = await essayFiles.receive(incoming, { types: ['pdf'], maxBytes: Number.MAX_SAFE_INTEGER })
  if (!received.ok)
    throw new Error(`the PDF of the photos ${file.id} was refused: ${received.problems[0].code}`)
  return received.value
}

/**
 * Binds the photos of a hand-in into one PDF, stored as essays are: its bytes, and the versions that name it, in one
 * transaction. Whoever comes second leaves nothing behind. Answers the PDF; null when these are no photos to bind.
 */
export const bindPhotos =
  (ports: BindingPorts) =>
  async (fileId: EssayFile['id'], now: Date): Promise<EssayFile | null> => {
    const { essays, essayFiles, transact } = ports
    const version = await essays.ofFile(fileId)
    const file = version?.file
    if (file?.pages === undefined) return null
    if (version?.bound !== undefined) return version.bound
    const received = await bind(ports, file, now)
    const { bytes: _bytes, ...bound } = received
    let isKept = false
    try {
      isKept = await transact(async tx => {
        if (!(await essays.bind(fileId, bound, tx))) return false
        await essayFiles.keep(received, tx)
        return true
      })
    } finally {
      if (!isKept) await essayFiles.discard(received)
    }
    return isKept ? bound : ((await essays.ofFile(fileId))?.bound ?? null)
  }
