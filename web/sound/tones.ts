/** One point of a series or a ranking; null is a gap, never 0. */
export interface SoundPoint {
  value: number | null
  /** Where the point should be by then, and what is promised; null where there is none. */
  expected: number | null
  target: number | null
}

export type Voice = 'actual' | 'expected' | 'target' | 'missing'

/** Seconds from the start, hertz, and the place of the point from −1 (left) to 1 (right). */
export interface Tone {
  voice: Voice
  point: number
  at: number
  lasts: number
  hertz: number
  pan: number
}

const LOWEST = 220
const OCTAVES = 2
const KNOCK = 110
const SECONDS_A_POINT = 0.4
const LENGTH: Record<Voice, number> = { actual: 0.22, expected: 0.12, target: 0.3, missing: 0.06 }

interface Scale {
  low: number
  high: number
}

/** From the least to the greatest of all that is played, 0 included for what starts from nothing. */
function scaleOf(points: SoundPoint[]): Scale {
  const values = points
    .flatMap(({ value, expected, target }) => [value, expected, target])
    .filter((value) => value !== null)
  return { low: Math.min(0, ...values), high: Math.max(...values, 0) }
}

/**
 * Pitch by value: two octaves, from 220 Hz for the least to 880 Hz for the greatest, equal steps in
 * value being equal steps in pitch. Example: half way between is 440 Hz.
 */
function pitch(value: number, { low, high }: Scale): number {
  const share = high === low ? 0.5 : (value - low) / (high - low)
  return LOWEST * 2 ** (OCTAVES * share)
}

/**
 * What is heard: each point its value, then shortly the expected path, so that the ear has the one
 * above or below the other; a knock where the value is missing; at the end the target, once.
 * `speed` 2 takes half the time. Nothing where no point has a value.
 */
export function tonesOf(points: SoundPoint[], speed: number): Tone[] {
  if (points.every(({ value }) => value === null)) return []
  const scale = scaleOf(points)
  const last = Math.max(1, points.length - 1)
  const tones = points.flatMap((point, index): Tone[] => {
    const start = (index * SECONDS_A_POINT) / speed
    const pan = (2 * index) / last - 1
    const tone = (voice: Voice, hertz: number, after = 0): Tone => ({
      ...{ voice, point: index, at: start + after / speed, lasts: LENGTH[voice] / speed },
      ...{ hertz, pan },
    })
    const own =
      point.value === null ? tone('missing', KNOCK) : tone('actual', pitch(point.value, scale))
    if (point.expected === null) return [own]
    return [own, tone('expected', pitch(point.expected, scale), LENGTH.actual)]
  })
  const target = points.findLast((point) => point.target !== null)?.target ?? null
  return target === null ? tones : [...tones, endTone(points.length, pitch(target, scale), speed)]
}

function endTone(points: number, hertz: number, speed: number): Tone {
  const at = (points * SECONDS_A_POINT) / speed
  return { voice: 'target', point: points - 1, at, lasts: LENGTH.target / speed, hertz, pan: 0 }
}
