/** A seeded stream of numbers (sfc32): the same seed and label give the same stream anywhere. */
export class Random {
  private a = 0
  private b = 0
  private c = 0
  private d = 1

  constructor(seed: number, label: string) {
    const start = labelHash(`${String(seed)}/${label}`)
    this.a = start
    this.b = Math.imul(start ^ 0x9e3779b9, 0x85ebca6b)
    this.c = Math.imul(start ^ 0xc2b2ae35, 0x27d4eb2f)
    for (let i = 0; i < 12; i++) this.next()
  }

  /** At least 0, less than 1. */
  next(): number {
    const sum = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum
    this.c |= 0
    return (sum >>> 0) / 4294967296
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** An element, by weight. */
  weighted<T>(items: readonly T[], weights: readonly number[]): T {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0)
    let at = 0
    while (at < items.length - 1 && left >= (weights[at] ?? 0)) left -= weights[at++] ?? 0
    return items[at] as T
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T
  }

  /** About normal, mean 0 and deviation 1. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }
}

/** FNV-1a, 32 bits. */
export function labelHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
