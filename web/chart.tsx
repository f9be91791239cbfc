import { LineChart } from 'echarts/charts'
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components'
import { init, use as register, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { chartOption, type ChartColours } from './trend/chart-option.ts'
import type { TrendModel } from './trend/trend-model.ts'

register([LineChart, GridSimpleComponent, MarkLineComponent, CanvasRenderer])

interface ChartProps {
  model: TrendModel
  /** One sentence a point, said when the keyboard or the pointer stands on it. */
  words: string[]
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
  const turn = useThemeTurn()
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
    chart.current?.setOption(chartOption(model, axis, at, readColours(box.current)), true)
  }, [props, at, turn])
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

function step(key: string, at: number, last: number): number | null {
  if (key === 'ArrowRight') return Math.min(at + 1, last)
  if (key === 'ArrowLeft') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : null
}

/** A line chart that arrow keys walk point by point, each point said in words. */
export default function Chart(props: ChartProps) {
  const { t } = useTranslation()
  const { words, label } = props
  const [at, setAt] = useState<number | null>(null)
  const [walked, setWalked] = useState(false)
  const [drawn, setDrawn] = useState(label)
  if (drawn !== label) {
    setDrawn(label)
    setAt(null)
  }
  const box = useDrawing(props, at, setAt)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setAt(null)
    const next = step(event.key, at ?? -1, words.length - 1)
    if (next === null) return
    event.preventDefault()
    setWalked(true)
    setAt(next)
  }
  return (
    <>
      <div
        className="chart"
        ref={box}
        role="application"
        tabIndex={0}
        aria-label={t('chart.walk', { name: label })}
        aria-roledescription={t('chart.role')}
        onKeyDown={onKeyDown}
        onPointerEnter={() => setWalked(false)}
      />
      <p className="chart-readout" aria-live={walked ? 'polite' : 'off'}>
        {at === null ? t('chart.hint') : words[at]}
      </p>
    </>
  )
}
