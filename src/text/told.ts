import type { EssayFile } from '../domain/essay.ts'

/** Typed texts and photographs need no parser. */
export type ParsedType = Exclude<EssayFile['type'], 'txt' | 'jpg' | 'png' | 'photos'>

/** What the process that reads files is told. */
export interface ToRead {
  readonly type: ParsedType
  readonly bytes: Uint8Array
}
