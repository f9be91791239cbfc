import type { Locator } from 'playwright-core'

/** How somebody works a page: with a mouse, or with the keyboard alone. */
export type Hands = {
  press: (target: Locator) => Promise<void>
  write: (target: Locator, words: string) => Promise<void>
  tick: (target: Locator) => Promise<void>
  /** Chooses an option of a `select`. */
  choose: (list: Locator, option: string) => Promise<void>
}

const MOST_TABS = 600

/** Goes on with Tab until the focus is there. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`${MOST_TABS} tabs do not reach ${target.toString()}`)
}

async function pressByKey(target: Locator, key = 'Enter'): Promise<void> {
  await reach(target)
  await target.page().keyboard.press(key)
}

/** The arrows walk through a closed list, and every step chooses. */
async function chooseByKey(list: Locator, option: string): Promise<void> {
  await reach(list)
  const count = await list.locator('option').count()
  for (let presses = 0; presses <= 2 * count; presses += 1) {
    const chosen = list.locator('option:checked')
    if ((await chosen.textContent()) === option) return
    await list.page().keyboard.press(presses < count ? 'ArrowDown' : 'ArrowUp')
  }
  throw new Error(`the arrows do not reach ${option}`)
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: async (target, words) => {
    await target.click()
    await target.page().keyboard.insertText(words)
  },
  tick: (target) => target.click(),
  choose: async (list, option) => {
    await list.selectOption({ label: option })
  },
}

export const keyboard: Hands = {
  press: (target) => pressByKey(target),
  write: async (target, words) => {
    await reach(target)
    await target.page().keyboard.insertText(words)
  },
  tick: (target) => pressByKey(target, 'Space'),
  choose: chooseByKey,
}
