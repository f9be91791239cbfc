import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tonesOf, type SoundPoint } from '../../../web/sound/tones.ts'

const point = (value: number | null, expected: number | null = null, target = 100): SoundPoint => ({
  value,
  expected,
  target,
})

describe('a series for the ear', () => {
  it('has two octaves from nothing to the greatest, half way at 440 Hz', () => {
    const tones = tonesOf([point(0), point(50), point(100)], 1)
    const heard = tones.filter(({ voice }) => voice === 'actual').map(({ hertz }) => hertz)
    expect(heard).toEqual([220, 440, 880])
    expect(tones.map(({ pan }) => pan)).toEqual([-1, 0, 1, 0])
  })

  it('says where a point should be right after it, and the target once at the end', () => {
    const tones = tonesOf([point(20, 50)], 1)
    expect(tones.map(({ voice }) => voice)).toEqual(['actual', 'expected', 'target'])
    expect(tones[1]?.hertz).toBeGreaterThan(tones[0]?.hertz ?? Infinity)
  })

  it('knocks where there is no value, which is not a tone for 0', () => {
    const tones = tonesOf([point(null), point(0)], 1)
    expect(tones.map(({ voice }) => voice)).toEqual(['missing', 'actual', 'target'])
  })

  it('is silent where nothing is known', () => {
    expect(tonesOf([point(null), point(null)], 1)).toEqual([])
  })

  it('is higher for more, in order, and twice as fast in half the time', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 32 })
    fc.assert(
      fc.property(values, (all) => {
        const points = all.map((value) => point(value))
        const slow = tonesOf(points, 1).filter(({ voice }) => voice === 'actual')
        const fast = tonesOf(points, 2).filter(({ voice }) => voice === 'actual')
        for (const [index, tone] of slow.entries()) {
          expect(tone.hertz).toBeGreaterThanOrEqual(220)
          expect(tone.hertz).toBeLessThanOrEqual(880)
          expect(fast[index]?.at).toBeCloseTo(tone.at / 2)
          const before = slow[index - 1]
          if (before)
            expect(Math.sign(tone.hertz - before.hertz)).toBe(
              Math.sign(all[index]! - all[index - 1]!),
            )
        }
      }),
    )
  })
})
