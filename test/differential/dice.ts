/** Throws that the seed decides: the same seed, the same throws. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to just below 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(count: number): number {
    return Math.floor(this.fraction() * count)
  }

  chance(share: number): boolean {
    return this.fraction() < share
  }

  one<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.below(choices.length)]!
  }
}
