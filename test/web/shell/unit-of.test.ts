import { expect, test } from 'vitest'
import { unitOfCode } from '../../../web/shell/unit-of.ts'
import { readReference, type RegionUnit } from '../../data/reference.ts'

/** Whoever asks for what is another unit's is refused, and that is written down. */
test('the unit of every region there ever was is known by its code', () => {
  const all = readReference<RegionUnit>('region_unit')
  const above = new Map(all.map((one) => [one.code, one]))
  const climbed = ({ code, level, parent_code }: RegionUnit): string => {
    const parent = above.get(parent_code)
    return level === 'province' || parent === undefined ? code : climbed(parent)
  }
  const below = all.filter(({ level }) => level === 'prefecture' || level === 'county')
  expect(below.length).toBeGreaterThan(3_000)
  expect(below.filter((one) => unitOfCode(one.code) !== climbed(one))).toEqual([])
})
