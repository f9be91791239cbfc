import { LineChart } from 'echarts/charts'
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components'
import { init, use as register, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { chartOption, type ChartColours } from './trend/chart-option.ts'
import type { TrendModel } from './trend/trend-model.ts'

register([LineChart, GridSimpleComponent, MarkLineComponent, CanvasRenderer])

interface ChartProps {
  model: TrendModel
  /** For each point what is said when somebody stands on it: all of it, then each line alone. */
  words: string[][]
  axis: (value: number) => string
  label: string
}

/** Colours come from the tokens in force; a probe turns system colours into what canvas can draw. */
function readColours(within: HTMLElement): ChartColours {
  const probe = within.appendChild(document.createElement('span'))
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    text: colour('text-soft'),
    line: colour('line'),
    actual: colour('bar'),
    expected: colour('expected'),
    target: colour('marker'),
    forecast: colour('forecast'),
    surface: colour('surface'),
    font: getComputedStyle(within).fontFamily,
  }
  probe.remove()
  return colours
}

/** Read again at each turn alone: reading makes the browser lay the page out at once. */
function useColours(turn: number) {
  const kept = useRef<{ turn: number; colours: ChartColours }>(null)
  return useCallback(
    (within: HTMLElement) => {
      if (kept.current?.turn !== turn) kept.current = { turn, colours: readColours(within) }
      return kept.current.colours
    },
    [turn],
  )
}

/** Changes when the theme, the contrast or the machine's colours do. */
function useThemeTurn(): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const next = () => setTurn((before) => before + 1)
    const watch = new MutationObserver(next)
    watch.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] })
    const forced = window.matchMedia('(forced-colors: active)')
    forced.addEventListener('change', next)
    return () => {
      watch.disconnect()
      forced.removeEventListener('change', next)
    }
  }, [])
  return turn
}

function useDrawing(props: ChartProps, at: number | null, onPoint: (index: number) => void) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const coloursOf = useColours(useThemeTurn())
  useEffect(() => {
    if (box.current === null) return
    const drawn = init(box.current, null, { renderer: 'canvas' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    if (box.current === null) return
    const { model, axis } = props
    chart.current?.setOption(chartOption(model, axis, at, coloursOf(box.current)), true)
  }, [props, at, coloursOf])
  useEffect(() => {
    const drawn = chart.current
    const move = (event: { offsetX: number; offsetY: number }) => {
      const place = [event.offsetX, event.offsetY]
      if (drawn?.containPixel('grid', place)) {
        onPoint(drawn.convertFromPixel({ xAxisIndex: 0 }, event.offsetX))
      }
    }
    const surface = drawn?.getZr()
    surface?.on('mousemove', move)
    return () => surface?.off('mousemove', move)
  }, [onPoint])
  return box
}

/** A point, and which of its sentences. */
type Place = { point: number; line: number }

/** Left and right go along the points, up and down through the lines. */
function step(key: string, at: Place | null, words: string[][]): Place | null {
  const { point, line } = at ?? { point: -1, line: 0 }
  const last = words.length - 1
  const here = Math.max(point, 0)
  if (key === 'ArrowRight') return { point: Math.min(point + 1, last), line }
  if (key === 'ArrowLeft') return { point: Math.max(point - 1, 0), line }
  if (key === 'ArrowUp') return { point: here, line: Math.max(line - 1, 0) }
  if (key === 'ArrowDown')
    return { point: here, line: Math.min(line + 1, (words[here]?.length ?? 1) - 1) }
  if (key === 'Home') return { point: 0, line }
  return key === 'End' ? { point: last, line } : null
}

/**
 * A line chart that arrow keys walk point by point, each point said in words. For a screen reader it is
 * a slider over its points: of what an arrow moves, that alone is known to every one of them.
 */
export default function Chart(props: ChartProps) {
  const { t } = useTranslation()
  const { words, label } = props
  const [at, setAt] = useState<Place | null>(null)
  const [drawn, setDrawn] = useState(label)
  if (drawn !== label) {
    setDrawn(label)
    setAt(null)
  }
  const point = useCallback((index: number) => setAt({ point: index, line: 0 }), [])
  const box = useDrawing(props, at?.point ?? null, point)
  const said = (at && words[at.point]?.[at.line]) ?? t('chart.hint')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setAt(null)
    const next = step(event.key, at, words)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <>
      <div
        className="chart"
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={t('chart.walk', { name: label })}
        aria-roledescription={t('chart.role')}
        aria-valuemin={1}
        aria-valuemax={words.length}
        aria-valuenow={(at?.point ?? 0) + 1}
        aria-valuetext={said}
        onKeyDown={onKeyDown}
      />
      <p className="chart-readout">{said}</p>
    </>
  )
}
