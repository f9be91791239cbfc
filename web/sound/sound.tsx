import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { play, type Playing } from './player.ts'
import { keptSound, keepSound, SPEEDS, type SoundSettings } from './settings.ts'
import { tonesOf, type SoundPoint } from './tones.ts'
import './sound.css'

interface SoundProps {
  /** What is played, as a heading would say it. */
  name: string
  points: SoundPoint[]
  /** One sentence a point: what is heard, in words. */
  words: string[]
  /** What chooses among several series. */
  children?: ReactNode
}

function usePlayer(points: SoundPoint[], settings: SoundSettings) {
  const playing = useRef<Playing>(null)
  const [at, setAt] = useState<number | null>(null)
  const [on, setOn] = useState(false)
  const stop = () => playing.current?.stop()
  useEffect(() => stop, [points])
  const start = () => {
    stop()
    const tones = tonesOf(points, settings.speed)
    if (tones.length === 0) return
    setOn(true)
    playing.current = play(tones, settings.volume, setAt, () => {
      playing.current = null
      setOn(false)
      setAt(null)
    })
  }
  const setVolume = (volume: number) => playing.current?.setVolume(volume)
  return { at, on, start, stop, setVolume }
}

/** What is heard beside the values: the path and the target, the target alone, or nothing. */
function keyOf(points: SoundPoint[]): string {
  if (points.some(({ expected }) => expected !== null)) return 'key'
  return points.some(({ target }) => target !== null) ? 'keyPlain' : 'keyValues'
}

/** A series or a ranking for the ear: only ever played when asked, with its words beside it. */
export function Sound({ name, points, words, children }: SoundProps) {
  const { t } = useTranslation()
  const [settings, setSettings] = useState(keptSound)
  const { at, on, start, stop, setVolume } = usePlayer(points, settings)
  const change = (next: SoundSettings) => {
    keepSound(next)
    setSettings(next)
    setVolume(next.volume)
  }
  return (
    <details className="sound">
      <summary>{t('sound.open')}</summary>
      <div className="sound-panel" role="group" aria-label={t('sound.label', { name })}>
        <p className="sound-key">{t(`sound.${keyOf(points)}`)}</p>
        {children}
        <button type="button" className="button" onClick={on ? stop : start}>
          {on ? t('sound.stop') : t('sound.play')}
        </button>
        <label>
          {t('sound.speed')}
          <select
            value={settings.speed}
            onChange={({ target }) => change({ ...settings, speed: Number(target.value) })}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {t('sound.times', { speed })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('sound.volume')}
          <input
            type="range"
            min={0}
            max={100}
            step={10}
            value={Math.round(settings.volume * 100)}
            aria-valuetext={t('sound.percent', { percent: Math.round(settings.volume * 100) })}
            onChange={({ target }) => change({ ...settings, volume: Number(target.value) / 100 })}
          />
        </label>
        <p className="sound-words">{at === null ? t('sound.idle') : words[at]}</p>
      </div>
    </details>
  )
}
