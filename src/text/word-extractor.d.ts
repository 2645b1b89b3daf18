/** The package brings no types: what is used of it. */
declare module 'word-extractor' {
  interface Options {
    /** false: quotes and dashes stay as they were typed. */
    readonly filterUnicode: boolean
  }
  interface WordDocument {
    getBody(options: Options): string
    getTextboxes(options: Options): string
    getFootnotes(options: Options): string
    getEndnotes(options: Options): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>
  }
}
