import type { Paper, SignedDocument } from '../../reports/model.ts'
import { XML_HEAD, xmlText } from '../xml-text.ts'
import { RELATIONS } from './section.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = (hasChart: boolean): string =>
  [
    XML_HEAD,
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>`,
    `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>`,
    `<Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/>`,
    `<Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/>`,
    `<Override PartName="/word/header2.xml" ContentType="${WORD}.header+xml"/>`,
    hasChart
      ? '<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
      : '',
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>',
  ].join('')

const heading = (level: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>`

const styles = ({ rules }: Paper): string => {
  const size = rules.sizes.body * 2
  const fonts = `<w:rFonts w:ascii="${rules.font}" w:hAnsi="${rules.font}" w:eastAsia="${rules.font}" w:cs="${rules.font}"/>`
  return [
    XML_HEAD,
    `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="000000"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    heading(1),
    heading(2),
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>',
    '</w:styles>',
  ].join('')
}

const header = ({ rules }: Paper): string => {
  const size = rules.sizes.pageNumber * 2
  return `${XML_HEAD}<w:hdr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`
}

const core = ({ title, cutoff, paper }: SignedDocument): string => {
  const at = cutoff.toISOString().replace(/\.\d+/, '')
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(paper.issuingBody.replace('\n', ' '))}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}

/** Everything beside the main part and the chart, by its name in the package. */
export const smallParts = (
  document: SignedDocument,
  hasChart: boolean,
): readonly (readonly [string, string])[] => [
  ['[Content_Types].xml', contentTypes(hasChart)],
  [
    '_rels/.rels',
    relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  ],
  [
    'word/_rels/document.xml.rels',
    relations([
      [RELATIONS.header, `${OFFICE}/header`, 'header1.xml'],
      [RELATIONS.emptyHeader, `${OFFICE}/header`, 'header2.xml'],
      [RELATIONS.styles, `${OFFICE}/styles`, 'styles.xml'],
      [RELATIONS.settings, `${OFFICE}/settings`, 'settings.xml'],
      ...(hasChart ? [[RELATIONS.chart, `${OFFICE}/chart`, 'charts/chart1.xml'] as const] : []),
    ]),
  ],
  ['docProps/core.xml', core(document)],
  ['word/styles.xml', styles(document.paper)],
  [
    'word/settings.xml',
    `${XML_HEAD}<w:settings xmlns:w="${MAIN}"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>`,
  ],
  ['word/header1.xml', header(document.paper)],
  ['word/header2.xml', `${XML_HEAD}<w:hdr xmlns:w="${MAIN}"><w:p/></w:hdr>`],
]
