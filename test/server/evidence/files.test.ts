import { expect, test } from 'vitest'
import { exchangedFiles } from '../../../server/evidence/files.ts'
import { unitsOf } from '../../../server/evidence/units.ts'
import type { SubmittedFile } from '../../../server/manifest.ts'
import type { Region, RegionTree } from '../../../server/reading/regions.ts'

function file(path: string, sha256: string): SubmittedFile {
  return { path, sha256, fate: 'accepted' } as SubmittedFile
}

test('two datasets differ by what one of them lacks; exchanged content is in both lists', () => {
  const stays = file('2018Q2/110000/training.csv', 'a')
  const before = [
    stays,
    file('2018Q2/440000/training.csv', 'b'),
    file('2018Q1/440000/target.csv', 'c'),
  ]
  const after = [
    stays,
    file('2018Q2/440000/training.csv', 'd'),
    file('2018Q2/440000/training-02.csv', 'e'),
  ]
  const { removed, added } = exchangedFiles(before, after)
  expect(removed.map(({ sha256 }) => sha256)).toEqual(['b', 'c'])
  expect(added.map(({ sha256 }) => sha256)).toEqual(['d', 'e'])
  expect(exchangedFiles(before, before)).toEqual({ removed: [], added: [] })
})

test('what the federation sends is told to who reads all units, and to nobody else', () => {
  const named = { name: '广东省', level: 'province' as const, parent: null, exists: true }
  const top: Region = { ...named, code: '440000', province: '440000' }
  const tree: RegionTree = new Map([[top.code, top]])
  const of = (role: string, region: string) =>
    unitsOf({ user: 'li', role, region } as Parameters<typeof unitsOf>[0], tree, top).senders
  expect(of('evaluator', '000000')).toEqual(['000000', '440000'])
  expect(of('supervisor', '440000')).toEqual(['440000'])
  expect(of('leader', '000000')).toEqual([])
})
