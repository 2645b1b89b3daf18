import type { ObjectId } from 'mongodb'
import type { EssayFiles, StoredFile } from '../ports/essay-files.ts'
import { CHUNK_BYTES, type FileCollections, type FileDoc, type UploadDoc } from './collections.ts'

interface Measured {
  readonly _id: ObjectId
  readonly chunks: number
  readonly bytes: number
  readonly file: readonly FileDoc[]
  readonly upload: readonly UploadDoc[]
}

const expectedChunks = (length: number): number => Math.ceil(length / CHUNK_BYTES)

const lookup = (from: string, as: string) => ({
  $lookup: { from, localField: '_id', foreignField: '_id', as },
})

/** Measured in the database: no bytes travel. */
export const inventoryOn = ({ files, chunks, uploads }: FileCollections): EssayFiles['inventory'] =>
  async function* inventory(): AsyncGenerator<StoredFile> {
    const measured = chunks.aggregate<Measured>(
      [
        { $group: { _id: '$files_id', chunks: { $sum: 1 }, bytes: { $sum: { $binarySize: '$data' } } } },
        // Intents first: an upload that is kept between the two has lost its intent but has its files document.
        lookup(uploads.collectionName, 'upload'),
        lookup(files.collectionName, 'file'),
      ],
      { allowDiskUse: true },
    )
    for await (const { _id, chunks: count, bytes, file, upload } of measured) {
      const [document] = file
      yield {
        id: _id.toHexString(),
        length: document?.length ?? null,
        sha256: document?.metadata.sha256 ?? null,
        expectedChunks: expectedChunks(document?.length ?? bytes),
        chunks: count,
        bytes,
        isUnderWay: upload.length > 0,
      }
    }
    const without = files.aggregate<FileDoc>([
      {
        $lookup: {
          from: chunks.collectionName,
          localField: '_id',
          foreignField: 'files_id',
          as: 'found',
          pipeline: [{ $limit: 1 }, { $project: { n: 1 } }],
        },
      },
      { $match: { found: [] } },
    ])
    for await (const { _id, length, metadata } of without)
      yield {
        id: _id.toHexString(),
        length,
        sha256: metadata.sha256,
        expectedChunks: expectedChunks(length),
        chunks: 0,
        bytes: 0,
        isUnderWay: false,
      }
  }
