import { afterEach, expect, it, vi } from 'vitest'
import { chartOption } from '../../../web/trend/chart-option.ts'
import { trendModel } from '../../../web/trend/trend-model.ts'
import { seriesRow } from '../support.ts'

const rows = [
  seriesRow('2016Q1', { actual: 820, expected: 996.2, target: 20000 }),
  seriesRow('2016Q4', { forecast: { low: 2900, mid: 3100, high: 3300 } }),
]

afterEach(() => {
  vi.unstubAllGlobals()
})

interface Line {
  symbol?: string
  lineStyle?: { type?: unknown; width?: number; opacity?: number }
}

/** 1.4.1; checklist A19. */
it('draws every line with a dash or a sign of its own, so that no colour is needed', () => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  const one = '#000000'
  const colours = {
    ...{ text: one, line: one, actual: one, expected: one, target: one, forecast: one },
    ...{ surface: one, font: 'serif' },
  }
  const { series } = chartOption(trendModel(rows), String, null, colours) as { series: Line[] }
  const looks = series
    .filter(({ lineStyle }) => lineStyle?.opacity !== 0)
    .map(({ symbol, lineStyle }) => JSON.stringify([symbol, lineStyle?.type ?? 'solid']))
  expect(looks.length).toBeGreaterThanOrEqual(4)
  expect(new Set(looks).size).toBe(looks.length)
})
