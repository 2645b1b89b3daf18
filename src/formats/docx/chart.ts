import type { DaysChart } from '../../reports/model.ts'
import { XML_HEAD, xmlText } from '../xml-text.ts'

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
/** Told apart without colour too: one dark, one light. */
const ON_TIME = '0B4F9E'
const LATE = 'E3A29C'
/** A drawing measures in English metric units, of which a millimetre has so many. */
const EMU = 36_000

const textStyle = (size: number, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`

const labels = (days: DaysChart['days'], dueLabel: string): string => {
  const points = days.map(
    ({ label, isDue }, index) =>
      `<c:pt idx="${index}"><c:v>${xmlText(isDue ? dueLabel : label)}</c:v></c:pt>`,
  )
  return `<c:cat><c:strLit><c:ptCount val="${days.length}"/>${points.join('')}</c:strLit></c:cat>`
}

const series = (
  { days, dueLabel }: DaysChart,
  index: number,
  name: string,
  colour: string,
  field: 'onTime' | 'late',
): string => {
  const values = days.map((day, at) => `<c:pt idx="${at}"><c:v>${day[field]}</c:v></c:pt>`)
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(name)}</c:v></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    labels(days, dueLabel),
    `<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${days.length}"/>${values.join('')}</c:numLit></c:val></c:ser>`,
  ].join('')
}

/** A chart that Word draws itself, so that it can be mended there; the day of the due date says so on the axis. */
export const chartXml = (chart: DaysChart): string =>
  [
    XML_HEAD,
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1200" b="1"><a:latin typeface="Times New Roman"/></a:rPr><a:t>${xmlText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>',
    series(chart, 0, chart.onTimeLabel, ON_TIME, 'onTime'),
    series(chart, 1, chart.lateLabel, LATE, 'late'),
    '<c:gapWidth val="30"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textStyle(9)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textStyle(9)}<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
    '</c:plotArea>',
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textStyle(10)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`,
  ].join('')

/** The paragraph that shows the chart of this relationship; lengths in millimetres. */
export const chartParagraph = (
  relationship: string,
  description: string,
  width: number,
  height: number,
): string =>
  `<w:p><w:pPr><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/><wp:docPr id="1" name="Biểu đồ 1" descr="${xmlText(description)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
