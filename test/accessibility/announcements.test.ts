import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, openPages, settle } from './pages.ts'
import { listen, told } from './told.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

type Choice = [what: string, choose: (page: Page) => Promise<void>, words: RegExp]

const nextIn = (name: string) => (page: Page) =>
  page.getByRole('combobox', { name, exact: true }).press('ArrowDown')

const quarter: Choice = [
  'a quarter',
  nextIn('截止季度'),
  /^已显示广东省，数据截止 2018 年 3 月 31 日：/,
]

/** Each page with the choices on it, made one after the other. */
const choices: Record<string, Choice[]> = {
  '/region?plan=13-5&region=440000&by=sex': [
    [
      'an attribute of persons',
      (page) => page.getByRole('link', { name: '女', exact: true }).press('Enter'),
      /（性别：女）：[\d,]+ 人。原来 [\d,]+ 人。按.+看，共 \d+ 项/,
    ],
    [
      'none any more',
      (page) => page.getByRole('link', { name: '取消筛选：性别：女' }).press('Enter'),
      /（全部人员）：[\d,]+ 人。原来 [\d,]+ 人。变化最大的是“.+”，从 [\d,]+ 人变为 [\d,]+ 人。$/,
    ],
    [
      'another attribute to tell persons apart by',
      (page) => page.getByRole('link', { name: '年龄', exact: true }).press('Enter'),
      /（全部人员）：[\d,]+ 人。按年龄看，共 \d+ 项，最多的是“.+”，[\d,]+ 人。$/,
    ],
    [
      'a level',
      (page) => page.getByRole('link', { name: '各县', exact: true }).press('Enter'),
      /^已显示广东省各县：共 \d+ 个地区，原来 \d+ 个。没有达到序时进度的指标最多的是.+，\d+ 项。$/,
    ],
    [
      'a peer group',
      nextIn('比较的同组'),
      /^已按“.+”排同组名次，共 \d+ 个单位。名次变化最大的(是“.+”，从第 \d+ 变为第 \d+|有 \d+ 项指标)。$/,
    ],
    ['an indicator', nextIn('指标'), /^已选择指标：.+：实际 .+状态 /],
    quarter,
  ],
  '/training': [
    [
      'a list of institutions with none on it',
      (page) => page.getByRole('button', { name: /^续签/ }).press('Enter'),
      /^已显示续签名单：0 家，原来的样本过少名单 \d+ 家，全部 \d+ 家。$/,
    ],
    [
      'a list of institutions',
      (page) => page.getByRole('button', { name: /^样本过少/ }).press('Enter'),
      /^已显示样本过少名单：\d+ 家，原来的续签名单 0 家，全部 \d+ 家。最前的是.+。$/,
    ],
    quarter,
  ],
  '/services': [quarter],
  '/levy': [
    [
      'another division of the employers',
      (page) => page.getByRole('link', { name: '职工人数', exact: true }).press('Enter'),
      /^用人单位（按职工人数）：共 \d+ 类，原来 \d+ 类。申报单位最多的是.+，[\d,]+ 个。$/,
    ],
    quarter,
  ],
  '/evidence?plan=13-5&region=440000': [
    ['an indicator', nextIn('指标'), /^已选择指标：.+：实际 .+状态 /],
    quarter,
  ],
  '/difference?plan=13-5&from=2018-03-31': [
    [
      'another day to compare with',
      async (page) => {
        const from = page.getByRole('group', { name: '从', exact: true })
        await from.getByLabel('截止日').fill('2017-12-31')
        await page.getByRole('button', { name: '比较', exact: true }).press('Enter')
      },
      /^广东省，从2017 年 12 月 31 日.+：\d+ 项指标中，有 \d+ 项的实际或目标不同。变化最大的是“.+”/,
    ],
  ],
  '/compare?regions=440100,440300,440500&plan=13-5': [
    [
      'the last region that may be added',
      async (page) => {
        await page.getByLabel('加入地区（最多四个）').selectOption({ index: 1 })
        await page.getByRole('button', { name: '加入', exact: true }).press('Enter')
      },
      /对比 .+，共 4 个地区。/,
    ],
  ],
  '/compare?plan=13-5&regions=440100,440300,440500': [
    [
      'a region less',
      (page) => page.getByRole('link', { name: '不再对比深圳市' }).press('Enter'),
      /对比 广州市，汕头市，共 2 个地区。完成率相差最大的是“.+”，从 [\d.]+% 到 [\d.]+%。$/,
    ],
  ],
  '/analysis?view=training_detail&measures=trained_persons&dimensions=household&filter=indicator:A1&filter=sex:女':
    [
      [
        'a filter less',
        (page) => page.getByRole('link', { name: /^取消筛选：.*女$/ }).press('Enter'),
        /A1；共 \d+ 行。(原来 \d+ 行。)?变化最大的是.+从 [\d,]+ 变为 [\d,]+。$/,
      ],
    ],
  '/submissions?unit=440000&quarter=2017Q2': [
    [
      'a rule',
      nextIn('不符合的规则'),
      /^全部文件，.+：第 \d+–\d+ 条，共 \d+ 条，原来 \d+ 条。最前的是 .+ 第 \d+ 行，.+。$/,
    ],
    [
      'a file',
      nextIn('文件'),
      /^.+\.(csv|xlsx|parquet)，.+：.*共 \d+ 条(，原来 \d+ 条)?。(最前的是 .+ 第 \d+ 行，.+。)?$/,
    ],
    [
      'an extract of earlier quarters',
      nextIn('报表'),
      /^已显示.+的历次报送：\d+ 个文件，原来的.+ \d+ 个。最前的是.+季度的 .+。$/,
    ],
  ],
}

/** 4.1.3; checklist A09: every filter of the other pages is told once, by its name, what is left and what changed most. */
describe('a choice on another page', () => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, { name: '', user: 'supervisor-440000', address: '/accessibility' })
  })

  afterAll(async () => {
    await page.context().close()
  })

  describe.each(Object.entries(choices))('%s', (address, made) => {
    beforeAll(async () => {
      await page.goto(address)
      await settle(page)
    })

    it.each(made)('of %s is told once', async (_, choose, words) => {
      await listen(page)
      await choose(page)
      expect(await told(page)).toEqual([expect.stringMatching(words)])
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    })
  })
})
