export const SPEEDS: readonly number[] = [0.5, 1, 1.5, 2]

export interface SoundSettings {
  speed: number
  /** A fraction of 1. */
  volume: number
}

const KEPT_AS = 'sound'
const FIRST: SoundSettings = { speed: 1, volume: 0.5 }

/** As last chosen in this browser. */
export function keptSound(): SoundSettings {
  const [speed = NaN, volume = NaN] = (localStorage.getItem(KEPT_AS) ?? '').split(' ').map(Number)
  return {
    speed: SPEEDS.includes(speed) ? speed : FIRST.speed,
    volume: volume >= 0 && volume <= 1 ? volume : FIRST.volume,
  }
}

export function keepSound({ speed, volume }: SoundSettings): void {
  localStorage.setItem(KEPT_AS, `${String(speed)} ${String(volume)}`)
}
