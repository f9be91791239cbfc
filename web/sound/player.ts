import type { Tone, Voice } from './tones.ts'

const TIMBRE: Record<Voice, OscillatorType> = {
  actual: 'sine',
  expected: 'triangle',
  target: 'square',
  missing: 'sawtooth',
}

const LOUDNESS: Record<Voice, number> = { actual: 1, expected: 0.5, target: 0.35, missing: 0.3 }
const FADE_SECONDS = 0.015

export interface Playing {
  stop: () => void
  /** A fraction of 1, also while it plays. */
  setVolume: (volume: number) => void
}

function sound(context: AudioContext, into: AudioNode, tone: Tone, start: number): void {
  const source = context.createOscillator()
  const gain = context.createGain()
  const side = context.createStereoPanner()
  const from = start + tone.at
  const until = from + tone.lasts
  source.type = TIMBRE[tone.voice]
  source.frequency.value = tone.hertz
  side.pan.value = tone.pan
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(LOUDNESS[tone.voice], from + FADE_SECONDS)
  gain.gain.setValueAtTime(LOUDNESS[tone.voice], until - FADE_SECONDS)
  gain.gain.linearRampToValueAtTime(0, until)
  source.connect(gain).connect(side).connect(into)
  source.start(from)
  source.stop(until)
}

/** Plays the tones once; `onPoint` is told each point as it sounds, `onEnd` when all is over or stopped. */
export function play(
  tones: Tone[],
  volume: number,
  onPoint: (point: number) => void,
  onEnd: () => void,
): Playing {
  const context = new AudioContext()
  const master = context.createGain()
  master.gain.value = volume
  master.connect(context.destination)
  const start = context.currentTime + 0.05
  for (const tone of tones) sound(context, master, tone, start)
  const timers = tones
    .filter(({ voice }) => voice === 'actual' || voice === 'missing')
    .map(({ at, point }) => window.setTimeout(() => onPoint(point), (at + 0.05) * 1000))
  const end = Math.max(...tones.map(({ at, lasts }) => at + lasts))
  const stop = () => {
    for (const timer of timers) window.clearTimeout(timer)
    if (context.state !== 'closed') void context.close()
    onEnd()
  }
  timers.push(window.setTimeout(stop, (end + 0.1) * 1000))
  void context.resume()
  return { stop, setVolume: (next) => void (master.gain.value = next) }
}
