import { beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { sampleScene, type Scene } from '../support/scene.ts'
import { visit } from '../support/visit.ts'

let scene: Scene

beforeAll(async () => {
  scene = await sampleScene()
})

it('tells which institution is on which list, and what became of each month', () =>
  visit(scene, 'supervisor-440000', '/training', async (page) => {
    await page.getByRole('heading', { level: 1, name: '广东省：培训与机构' }).waitFor()
    const review = page.getByRole('table', { name: /广东省：培训机构评价/ })
    await review.waitFor()
    const fewer = page.getByRole('button', { name: /^样本过少/ })
    await fewer.click()
    await page.getByRole('table', { name: /样本过少名单/ }).waitFor()
    const months = page.getByRole('table', { name: /各月结业学员的去向/ })
    const [latest = ''] = await months.locator('tbody tr').allInnerTexts()
    expect(latest).toContain('2018 年 6 月')
    expect(latest).toContain('未到观察期')
    expect(latest).not.toContain('%')
    expect(await axeViolations(page)).toEqual([])
  }))

it('follows the levy from collection to placement, prefecture by prefecture', () =>
  visit(scene, 'supervisor-440000', '/levy', async (page) => {
    const chain = page.getByRole('table', { name: '广东省：从征收到安排' })
    await chain.waitFor()
    const [own = ''] = await chain.locator('tbody tr').allInnerTexts()
    expect(own).toMatch(/广东省[\s\S]*元[\s\S]*%[\s\S]*人/)
    await page.getByRole('table', { name: '广东省：用人单位（按单位类型）' }).waitFor()
    await page.getByRole('link', { name: '安排比例', exact: true }).click()
    const bands = page.getByRole('table', { name: '广东省：用人单位（按安排比例）' })
    await bands.waitFor()
    expect(await bands.getByRole('rowheader').allInnerTexts()).toEqual([
      ...['未安排', '安排不足', '超过比例'],
    ])
    const counted = await bands
      .getByRole('row', { name: /^超过比例/ })
      .getByRole('cell')
      .allInnerTexts()
    const [filed, , exceeding] = counted
    expect(exceeding).toBe(filed)
    expect(await axeViolations(page)).toEqual([])
    await chain.getByRole('link', { name: '广州市' }).click()
    await page.getByRole('heading', { level: 1, name: '广州市：残保金' }).waitFor()
    await page.getByRole('table', { name: '广州市：从征收到安排' }).waitFor()
  }))

it('refuses another province to a supervisor', () =>
  visit(scene, 'supervisor-440000', '/levy?region=350100', async (page) => {
    await page.getByRole('region', { name: '无权限' }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  }))
