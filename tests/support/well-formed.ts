import { SaxesParser } from 'saxes'

/** Throws where a part is not well-formed XML. */
export const expectWellFormed = (name: string, xml: string): void => {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw new Error(`${name}: ${error.message}`)
  })
  parser.write(xml).close()
}
