import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ATTRIBUTES, readPicked, writePicked } from '../../../web/persons/chosen.ts'

const value = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: fc.constantFrom('%', ',', ':', '2', 'C', '3', 'A', '女'), minLength: 1 }),
)
const picked = fc.array(fc.record({ attribute: fc.constantFrom(...ATTRIBUTES), value }))

it('reads from the address the filters that were written to it, whatever their values hold', () => {
  fc.assert(
    fc.property(picked, (filters) => {
      const address = new URLSearchParams({ persons: writePicked(filters) ?? '' })
      const kept = new URLSearchParams(address.toString()).get('persons')
      expect(readPicked(kept)).toEqual(filters)
    }),
  )
})

it('keeps the values of the register as they are, and leaves out what is no filter', () => {
  const women = [
    { attribute: 'sex' as const, value: '女' },
    { attribute: 'household' as const, value: '城镇' },
  ]
  expect(writePicked(women)).toBe('sex:女,household:城镇')
  expect(readPicked('sex:女,household:城镇,name:x,sex:,sex,')).toEqual(women)
  expect(writePicked([])).toBeNull()
})
