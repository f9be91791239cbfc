import { expect, test } from 'vitest'
import { foundAt } from '../../../server/reading/pinyin.ts'
import type { Region, RegionTree } from '../../../server/reading/regions.ts'
import { searchRegions } from '../../../server/reading/search.ts'

test.each([
  ['广东省', '广东', 0],
  ['广东省', 'guangdong', 0],
  ['广东省', 'guangd', 0],
  ['广东省', 'gds', 0],
  ['广东省', 'gdong', 0],
  ['广东省', '广d', 0],
  ['广东省', 'dong', 1],
  ['广东省', 'ong', -1],
  ['重庆市', 'cq', 0],
  ['重庆市', 'chongqing', 0],
  ['六安市', 'luan', 0],
  ['乐清市', 'yueqing', 0],
  ['单县', 'shanxian', 0],
  ['吕梁市', 'lvliang', 0],
  ['城镇残疾人免费职业技能培训人数', 'zyjn', 7],
  ['城镇残疾人免费职业技能培训人数', 'peixun', 11],
])('of %s, %s is found at %i', (name, typed, at) => {
  expect(foundAt(name, typed)).toBe(at)
})

function treeOf(regions: [string, string, Region['level'], boolean?][]): RegionTree {
  return new Map(
    regions.map(([code, name, level, exists = true]) => [
      code,
      { code, name, level, parent: null, province: null, exists },
    ]),
  )
}

const tree = treeOf([
  ['440100', '广州市', 'prefecture'],
  ['450000', '广西壮族自治区', 'province'],
  ['440000', '广东省', 'province'],
  ['130283', '旧广县', 'county'],
  ['442999', '广废县', 'county', false],
])
const codes = (typed: string) => searchRegions(tree, typed).map(({ code }) => code)

test('what begins so comes first, then the wider region; what is no more is not found', () => {
  expect(codes('guang')).toEqual(['440000', '450000', '440100', '130283'])
})

test('a code finds too, spaces and case do not count, and nothing is found for nonsense', () => {
  expect(codes('4401')).toEqual(['440100'])
  expect(codes(' Guang Zhou ')).toEqual(['440100'])
  expect(codes('qqq')).toEqual([])
})

test('at most 20 are given', () => {
  const many = Array.from({ length: 50 }, (_, at): [string, string, Region['level']] => [
    String(110000 + at),
    '甲县',
    'county',
  ])
  expect(searchRegions(treeOf(many), 'jia')).toHaveLength(20)
})
