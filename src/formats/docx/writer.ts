import type { Readable } from 'node:stream'
import type { SignedDocument } from '../../reports/model.ts'
import { blocks, zipEntries } from '../zip-entries.ts'
import { chartOf, documentXml } from './body.ts'
import { chartXml } from './chart.ts'
import { smallParts } from './parts.ts'

const fill = async (zip: ReturnType<typeof zipEntries>, document: SignedDocument): Promise<void> => {
  const options = { mtime: document.cutoff, compress: true }
  const chart = chartOf(document.paper)
  for (const [name, part] of smallParts(document, chart !== null))
    await zip.add(name, blocks([part]), options)
  if (chart !== null) await zip.add('word/charts/chart1.xml', blocks([chartXml(chart)]), options)
  await zip.add('word/document.xml', blocks(documentXml(document)), options)
  zip.end()
}

/**
 * The administrative paper as an office writes on in it. Written by hand as a stream, row by row: a library that holds
 * the whole document as objects needs gigabytes for the people of a country.
 */
export const writeDocx = (document: SignedDocument): Readable => {
  const zip = zipEntries()
  fill(zip, document).catch((error: unknown) => {
    zip.out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return zip.out
}
