import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { translator } from '../support.ts'
import { CRITERIA, criterionKey, reasonKey } from '../../../web/statement/criteria.ts'

it('has the 31 criteria of level A and the 24 of level AA, each once', () => {
  const numbers = CRITERIA.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(CRITERIA.filter(({ level }) => level === 'A')).toHaveLength(31)
  expect(CRITERIA.filter(({ level }) => level === 'AA')).toHaveLength(24)
})

/** The criteria that a test says it is about. */
function namedIn(test: string): string[] {
  return readFileSync(test, 'utf8').match(/(?<![\d.])\d\.\d\.\d+(?![\d.]*\d)/g) ?? []
}

it('names a test that is about what is supported, and a reason for the rest', () => {
  for (const criterion of CRITERIA) {
    const { state, evidence = '' } = criterion
    if (state === 'supports') expect(namedIn(evidence), evidence).toContain(criterion.number)
    else expect(reasonKey(criterion), criterion.number).not.toBeNull()
  }
})

it.each(['zh-CN', 'en'] as const)('has words for each in %s', async (language) => {
  const t = await translator(language)
  for (const criterion of CRITERIA) {
    const keys = [`criterion.${criterionKey(criterion)}`]
    const reason = reasonKey(criterion)
    if (reason !== null) keys.push(`reason.${reason}`)
    for (const key of keys) expect(t(`statement.${key}`)).not.toBe(`statement.${key}`)
  }
})
