import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { visit } from '../support/visit.ts'

const SECONDS = 299

let scene: Scene

beforeAll(async () => {
  scene = await openScene(undefined, { sessionSeconds: SECONDS })
})

afterAll(async () => {
  await scene.close()
})

/** 2.2.1; checklist A25. */
it('somebody whose session is about to end is told in time, and one key extends it', () =>
  visit(scene, 'leader', '/accessibility', async (page) => {
    const warning = page.getByRole('alertdialog', { name: '登录即将到期' })
    await warning.waitFor()
    await warning.getByText('还有 4 分钟').waitFor()
    expect(await axeViolations(page)).toEqual([])
    const before = (await page.context().cookies())[0]?.expires ?? 0
    await page.waitForTimeout(1100)
    await page.keyboard.press('Enter')
    await warning.getByText('不能再延长').waitFor()
    expect((await page.context().cookies())[0]?.expires).toBeGreaterThan(before)
    await page.keyboard.press('Escape')
    await warning.waitFor({ state: 'detached' })
  }))
