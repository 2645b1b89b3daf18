import type { ReportDocument } from '../../reports/model.ts'
import { XML_HEAD, xmlText } from '../xml-text.ts'
import { columnName } from './names.ts'
import type { Area } from './sheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface Sheet {
  readonly name: string
  readonly area: Area
}

/** What is printed of every sheet, the head repeated on each page, and what its filter covers. */
const namesXml = (sheets: readonly Sheet[]): string =>
  sheets
    .flatMap(({ name, area: { head, last, columns } }, index) => {
      const sheet = xmlText(`'${name.replaceAll("'", "''")}'`)
      const end = columnName(columns - 1)
      const define = (what: string, where: string, more = ''): string =>
        `<definedName name="_xlnm.${what}" localSheetId="${index}"${more}>${sheet}!${where}</definedName>`
      return [
        define('_FilterDatabase', `$A$${head}:$${end}$${last}`, ' hidden="1"'),
        define('Print_Area', `$A$1:$${end}$${last}`),
        define('Print_Titles', `$${head}:$${head}`),
      ]
    })
    .join('')

const workbook = (sheets: readonly Sheet[]): string =>
  [
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    `</sheets><definedNames>${namesXml(sheets)}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
  ].join('')

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const core = ({ title, cutoff }: ReportDocument): string => {
  const at = cutoff.toISOString().replace(/\.\d+/, '')
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Thu Hoạch</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}

export const contentTypes = (sheets: number): string =>
  [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...Array.from(
      { length: sheets },
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('')

/** What holds the sheets together, by its name in the package. */
export const workbookParts = (
  document: ReportDocument,
  sheets: readonly Sheet[],
): readonly (readonly [string, string])[] => [
  ['xl/workbook.xml', workbook(sheets)],
  [
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rIdStyles', `${OFFICE}/styles`, 'styles.xml'],
      ['rIdStrings', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  ],
  ['docProps/core.xml', core(document)],
  [
    '_rels/.rels',
    relations([
      ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  ],
]
