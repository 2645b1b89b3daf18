import type { EssayPage } from '../domain/essay.ts'

/** A page to bind; its bytes are asked for when it is its turn. */
export interface LoosePage extends Pick<EssayPage, 'type' | 'turn'> {
  read(): Promise<Uint8Array>
}

/** Photos of pages → one PDF of A4 pages, upright. What cannot be read has a page that says so. */
export interface PhotoBinder {
  bind(title: string, pages: readonly LoosePage[]): Promise<Uint8Array>
}
