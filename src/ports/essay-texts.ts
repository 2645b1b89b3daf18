import type { EssayFile } from '../domain/essay.ts'
import type { EssayText, Unreadable } from '../domain/essay-text.ts'

type FileId = EssayFile['id']

/** A file whose words are to be read. */
export interface TextToRead {
  readonly file: FileId
  readonly type: EssayFile['type']
  /** How often it was begun, this time included. */
  readonly attempt: number
}

/** The words of essays, one entry a file, beside the versions and never in the transaction of a hand-in. */
export interface EssayTexts {
  /** Notes that these are to be read; those that are known stay as they are. */
  expect(files: readonly Pick<EssayFile, 'id' | 'type'>[]): Promise<void>
  /** Those that nobody is reading though somebody should. */
  due(now: Date, limit: number): Promise<readonly FileId[]>
  /** Takes it for reading until then; null: it was read, or somebody else is at it. */
  claim(file: FileId, now: Date, until: Date): Promise<TextToRead | null>
  save(text: EssayText): Promise<void>
  /** null: not read yet. */
  find(file: FileId): Promise<EssayText | null>
  /** How many words each has; those not read yet are not in the answer. */
  wordsOf(files: readonly FileId[]): Promise<ReadonlyMap<FileId, Pick<EssayText, 'state' | 'words'>>>
}

/** Paragraphs as they stand in the file, or why there are none. */
export type FoundText = { readonly paragraphs: readonly string[] } | { readonly unreadable: Unreadable }

/** Reads files that anybody may have made: whatever is in one, it costs bounded time and memory and harms nobody. */
export interface TextReader {
  read(type: EssayFile['type'], bytes: Buffer): Promise<FoundText>
  close(): Promise<void>
}
