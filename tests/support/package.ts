import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The parts of a DOCX or XLSX by their names, as text. */
export const partsOf = async (bytes: Buffer): Promise<ReadonlyMap<string, string>> => {
  const zip = await fromBufferPromise(bytes)
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  return parts
}

/** The text of a piece of WordprocessingML: its paragraphs. */
export const paragraphsOf = (xml: string): readonly { readonly xml: string; readonly text: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    xml: paragraph,
    text: [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => text ?? '\n')
      .join('')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"'),
  }))
