import { AlignmentType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { ChartBlock } from '../blocks.ts'
import { captionParagraph, sourceParagraph } from './table.ts'

const WIDTH = 560
const HEIGHT_OF_BAR = 20
const HEIGHT_OF_AXIS = 40
/** Drawings count from here, so that a document's ids do not depend on those made before it. */
const FIRST_DRAWING = 100_000

/** A chart that Word, WPS and LibreOffice draw themselves, said in words for who cannot see it. */
export function chartParagraphs({
  number,
  caption,
  unit,
  description,
  bars,
}: ChartBlock): Paragraph[] {
  const upwards = [...bars].reverse()
  const chart = new ChartRun({
    type: 'bar',
    categories: upwards.map(({ name }) => name),
    series: [{ name: caption, values: upwards.map(({ value }) => value), color: '17587F' }],
    legend: false,
    gapWidth: 40,
    chartArea: { border: 'none' },
    valueAxis: { minimum: 0 },
    dataLabels: { value: true, position: 'outsideEnd', numberFormat: unit === '%' ? '0.00' : '0' },
    transformation: { width: WIDTH, height: HEIGHT_OF_AXIS + HEIGHT_OF_BAR * bars.length },
    altText: { id: String(FIRST_DRAWING + number), name: caption, title: caption, description },
  })
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true }).addRunToFront(chart),
    captionParagraph(caption),
    sourceParagraph(unit),
  ]
}
