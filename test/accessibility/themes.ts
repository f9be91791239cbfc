import type { Page } from 'playwright-core'
import { axeViolations, COLOUR_RULES } from '../support/axe.ts'

interface Theme {
  name: string
  display: string
  forced?: true
}

export const LIGHT: Theme = { name: 'light', display: 'light standard' }

export const FORCED: Theme = { name: 'forced colours', display: 'light standard', forced: true }

/** The other themes: what axe finds but for colours is the same in each. */
export const OTHERS: readonly Theme[] = [
  { name: 'dark', display: 'dark standard' },
  { name: 'high contrast', display: 'light high' },
  { name: 'dark high contrast', display: 'dark high' },
  FORCED,
]

export async function show(page: Page, { display, forced }: Theme): Promise<void> {
  const [theme = '', contrast = ''] = display.split(' ')
  await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' })
  await page.evaluate((data) => Object.assign(document.documentElement.dataset, data), {
    theme,
    contrast,
  })
}

/** What axe finds in any theme, each named: everything in the light one, colours in the others. */
export async function axeInEveryTheme(page: Page): Promise<string[]> {
  await show(page, LIGHT)
  const found = await axeViolations(page)
  for (const theme of OTHERS) {
    await show(page, theme)
    const colours = await axeViolations(page, COLOUR_RULES)
    found.push(...colours.map((words) => `${theme.name}: ${words}`))
  }
  await show(page, LIGHT)
  return found
}
