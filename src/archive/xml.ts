import { setImmediate as breathe } from 'node:timers/promises'
import { SaxesParser } from 'saxes'

/** An element's attributes by their names without prefixes. */
export type Attributes = Readonly<Record<string, string | undefined>>

export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks through a document as it arrives; one that is not there has nothing in it. Throws where it is not well formed. */
export const walkXml = async (chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> => {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) =>
    handler.open?.(
      local(name),
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
    ),
  )
  parser.on('text', text => handler.text?.(text))
  parser.on('cdata', text => handler.text?.(text))
  parser.on('closetag', ({ name }) => handler.close?.(local(name)))
  let isThere = false
  for await (const chunk of chunks) {
    isThere = true
    parser.write(decoder.decode(chunk, { stream: true }))
    await breathe()
  }
  if (isThere) parser.write(decoder.decode()).close()
}
