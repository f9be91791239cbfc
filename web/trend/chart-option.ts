import type { EChartsCoreOption } from 'echarts/core'
import type { TrendModel } from './trend-model.ts'

export interface ChartColours {
  text: string
  line: string
  actual: string
  expected: string
  target: string
  forecast: string
  surface: string
  font: string
}

/** The chart's lines: what they show, in which colour and dash; nothing is animated. */
export function chartOption(
  model: TrendModel,
  axis: (value: number) => string,
  at: number | null,
  colours: ChartColours,
): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.text },
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    xAxis: quarterAxis(model.quarters, colours),
    yAxis: {
      type: 'value',
      axisLabel: { formatter: axis, color: colours.text, fontSize: 12 },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [...band(model, colours), ...lines(model, colours, at)],
  }
}

function quarterAxis(quarters: string[], colours: ChartColours) {
  const isFirst = (quarter: string) => quarter.endsWith('Q1')
  return {
    type: 'category',
    data: quarters,
    boundaryGap: false,
    axisLine: { lineStyle: { color: colours.text } },
    axisTick: { interval: (_: number, quarter: string) => isFirst(quarter) },
    axisLabel: {
      color: colours.text,
      fontSize: 12,
      interval: (_: number, quarter: string) => isFirst(quarter),
      formatter: (quarter: string) => quarter.slice(0, 4),
      alignMinLabel: 'left',
    },
  }
}

/** The interval is drawn as a transparent foot and, stacked on it, a hatched breadth. */
function band({ low, high }: TrendModel, colours: ChartColours) {
  const breadth = high.map((top, index) => {
    const foot = low[index] ?? null
    return top === null || foot === null ? null : top - foot
  })
  const bare = {
    type: 'line',
    stack: 'interval',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
  }
  return [
    { ...bare, data: low },
    { ...bare, data: breadth, areaStyle: { color: hatch(colours.forecast), opacity: 1 } },
  ]
}

function hatch(colour: string) {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 6
  const pen = tile.getContext('2d')
  if (pen !== null) {
    pen.strokeStyle = colour
    pen.lineWidth = 1.2
    pen.stroke(new Path2D('M-1 5l6 6M-1-1l8 8M5-1l2 2'))
  }
  return { image: tile, repeat: 'repeat' }
}

function lines(model: TrendModel, colours: ChartColours, at: number | null) {
  const plain = { type: 'line', symbol: 'none', silent: true }
  return [
    {
      ...plain,
      data: model.target,
      lineStyle: { color: colours.target, width: 1.5, type: 'dotted' },
    },
    {
      ...plain,
      data: model.expected,
      lineStyle: { color: colours.expected, width: 1.5, type: 'dashed' },
    },
    {
      ...plain,
      data: model.mid,
      lineStyle: { color: colours.forecast, width: 2, type: [10, 3, 2, 3] },
    },
    {
      ...plain,
      data: model.actual,
      symbol: 'circle',
      symbolSize: 7,
      showAllSymbol: true,
      lineStyle: { color: colours.actual, width: 3 },
      itemStyle: { color: colours.actual, borderColor: colours.surface, borderWidth: 1 },
      markLine: cursor(at, colours),
    },
  ]
}

function cursor(at: number | null, colours: ChartColours) {
  return {
    symbol: 'none',
    silent: true,
    label: { show: false },
    lineStyle: { color: colours.text, width: 1.5, type: 'solid' },
    data: at === null ? [] : [{ xAxis: at }],
  }
}
