import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with a mouse, or with the keyboard alone. */
export type Hands = {
  press: (target: Locator) => Promise<void>
  write: (target: Locator, words: string) => Promise<void>
  tick: (target: Locator) => Promise<void>
  /** Chooses an option of a `select`. */
  choose: (list: Locator, option: string) => Promise<void>
}

const MOST_TABS = 600

const efforts = new WeakMap<Page, number>()

/** A key; or, with the mouse, a screenful scrolled, a move to the target, a press. Words typed count once for both. */
export function countEffort(page: Page, actions = 1): void {
  efforts.set(page, effortOn(page) + actions)
}

/** How many of them it took on that page until now. */
export function effortOn(page: Page): number {
  return efforts.get(page) ?? 0
}

async function key(page: Page, name: string): Promise<void> {
  countEffort(page)
  await page.keyboard.press(name)
}

interface Route {
  /** `j` or `k`, and how often, before the first Tab. */
  sections: number
  forward: boolean
  tab: 'Tab' | 'Shift+Tab'
}

/** The way with the fewest keys as somebody sees it: by Tab at once, or by headings to the nearest before or after. */
function routeTo(target: Locator): Promise<Route> {
  return target.evaluate((wanted) => {
    const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2)')]
      .filter((one) => one.checkVisibility())
      .map((one) => (one.matches('.visually-hidden') ? one.closest('section')! : one))
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const all = [
      ...document.querySelectorAll<HTMLElement>(`${stops}, main :is(h1, h2, section)`),
    ].filter((one) => headings.includes(one) || (one.checkVisibility() && one.tabIndex >= 0))
    const isHead = all.map((one) => headings.includes(one))
    const from = all.indexOf(document.activeElement as HTMLElement)
    const to = all.indexOf(wanted as HTMLElement)
    const between = (start: number, end: number, head: boolean) =>
      isHead.slice(Math.min(start, end) + 1, Math.max(start, end)).filter((one) => one === head)
        .length
    const tab = (start: number) => (to < start ? ('Shift+Tab' as const) : ('Tab' as const))
    const direct = {
      sections: 0,
      forward: true,
      tab: tab(from),
      cost: between(from, to, false) + 1,
    }
    const isTyping = document.activeElement?.matches('input, textarea, select') ?? false
    const isOver = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    const near = [isHead.lastIndexOf(true, to), isHead.indexOf(true, to)]
    const ways = near
      .filter((head) => head >= 0 && head !== from && !isTyping && !isOver)
      .map((head) => {
        const sections = between(from, head, true) + 1
        const cost = sections + between(head, to, false) + 1
        return { sections, forward: head > from, tab: tab(head), cost }
      })
    return [direct, ...ways].sort((a, b) => a.cost - b.cost)[0]!
  })
}

async function reach(target: Locator): Promise<void> {
  await target.waitFor()
  const page = target.page()
  const isReached = () => target.evaluate((element) => element === document.activeElement)
  if (await isReached()) return
  const { sections, forward, tab } = await routeTo(target)
  for (let presses = 0; presses < sections; presses += 1) await key(page, forward ? 'j' : 'k')
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await isReached()) return
    await key(page, tab)
  }
  throw new Error(`${MOST_TABS} tabs do not reach ${target.toString()}`)
}

async function pressByKey(target: Locator, name = 'Enter'): Promise<void> {
  await reach(target)
  await key(target.page(), name)
}

/** The arrows walk through a closed list, and every step chooses. */
async function chooseByKey(list: Locator, option: string): Promise<void> {
  await reach(list)
  const words = await list.locator('option').allTextContents()
  const from = await list.evaluate((one: HTMLSelectElement) => one.selectedIndex)
  const steps = words.indexOf(option) - from
  if (!words.includes(option)) throw new Error(`there is no ${option}`)
  for (let presses = 0; presses < Math.abs(steps); presses += 1)
    await key(list.page(), steps > 0 ? 'ArrowDown' : 'ArrowUp')
}

async function click(target: Locator): Promise<void> {
  await target.waitFor()
  const screens = await target.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    const beyond = Math.max(-top, bottom - innerHeight, 0)
    return Math.ceil(beyond / innerHeight)
  })
  countEffort(target.page(), screens + 2)
  await target.click()
}

export const mouse: Hands = {
  press: click,
  write: async (target, words) => {
    await click(target)
    countEffort(target.page())
    await target.page().keyboard.insertText(words)
  },
  tick: click,
  choose: async (list, option) => {
    countEffort(list.page(), 4)
    await list.selectOption({ label: option })
  },
}

export const keyboard: Hands = {
  press: (target) => pressByKey(target),
  write: async (target, words) => {
    await reach(target)
    countEffort(target.page())
    await target.page().keyboard.insertText(words)
  },
  tick: (target) => pressByKey(target, 'Space'),
  choose: chooseByKey,
}
