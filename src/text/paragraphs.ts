import { stop } from './stop.ts'

/** An essay has some ten thousand; beyond this it is none, and would not fit into one document of the store. */
const MOST_CHARACTERS = 1_000_000

/** Collects the text of a file, a paragraph after the other. */
export const paragraphWriter = () => {
  const paragraphs: string[] = []
  let pieces: string[] = []
  let room = MOST_CHARACTERS
  return {
    add(text: string): void {
      room -= text.length
      if (room < 0) throw stop('too-large')
      pieces.push(text)
    },
    end(): void {
      const paragraph = pieces.join('')
      if (paragraph.trim() !== '') paragraphs.push(paragraph)
      pieces = []
    },
    all(): readonly string[] {
      this.end()
      return paragraphs
    },
  }
}
