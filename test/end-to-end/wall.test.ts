import { beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { sampleScene, type Scene } from '../support/scene.ts'
import { resize, visit } from '../support/visit.ts'

let scene: Scene

beforeAll(async () => {
  scene = await sampleScene()
})

/** 2.2.2. */
it('turns its pages by itself, stops at a key, and goes on when told to', () =>
  visit(scene, 'leader', '/wall?seconds=2', async (page) => {
    const at = page.locator('.wall-at')
    await at.getByText('第 1 页').waitFor()
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.reload()
    await at.getByText('第 2 页').waitFor()
    await page.keyboard.press('x')
    await page.getByRole('button', { name: '自动翻页' }).waitFor()
    const stopped = await at.innerText()
    await page.waitForTimeout(2_500)
    expect(await at.innerText()).toBe(stopped)
    await page.keyboard.press('ArrowLeft')
    const before = await at.innerText()
    expect(before).not.toBe(stopped)
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: '自动翻页' }).press('Enter')
    await expect.poll(() => at.innerText(), { timeout: 60_000 }).not.toBe(before)
  }))

it('stands still for those who asked for less motion', () =>
  visit(scene, 'leader', '/wall?seconds=2', async (page) => {
    await page.getByRole('button', { name: '自动翻页' }).waitFor()
    await page.waitForTimeout(2_500)
    expect(await page.locator('.wall-at').innerText()).toContain('第 1 页')
  }))

it('shows each of its pages whole: nobody scrolls a wall', () =>
  visit(scene, 'leader', '/wall', async (page) => {
    await resize(page, 1920, 1080)
    const at = page.locator('.wall-at')
    await at.waitFor()
    const count = Number(/共 (\d+) 页/.exec(await at.innerText())?.[1])
    expect(count).toBeGreaterThan(3)
    for (let shown = 1; shown <= count; shown += 1) {
      await at.getByText(`第 ${shown} 页`).waitFor()
      await page.locator('.wall-slide .skeleton').waitFor({ state: 'detached' })
      const beyond = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
      expect(beyond, String(shown)).toBeLessThanOrEqual(0)
      await page.keyboard.press('ArrowRight')
    }
  }))
