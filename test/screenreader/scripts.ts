import { password } from '../support/product.ts'
import type { Reader } from './reader.ts'

export interface Script {
  name: string
  follow: (reader: Reader) => Promise<void>
}

function exact(words: string): RegExp {
  return new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
}

async function open({ page, press, hears, listen }: Reader): Promise<void> {
  await page.getByLabel('用户名').waitFor()
  await hears(/Finished loading/)
  listen()
  await page.getByLabel('用户名').focus()
  await hears(/用户名.*entry/)
  await page.keyboard.type('leader')
  await press('Tab')
  await hears(/密码/)
  await page.keyboard.type(password)
  await press('Return')
  await hears(/全国 heading level 1/)
}

/** `h` goes from heading to heading, each said with its level, in the order of the page. */
async function walkHeadings({ page, press, hears, listen }: Reader): Promise<void> {
  await page.getByText('正在读取数据…').first().waitFor({ state: 'hidden' })
  await press('ctrl+Home')
  const headings = await page
    .locator('h1:visible, h2:visible, h3:visible')
    .evaluateAll((found) =>
      found.slice(0, 6).map((each) => [each.tagName.slice(1), each.textContent.trim()]),
    )
  for (const [level = '', words = ''] of headings) {
    listen()
    await press('h')
    await hears(new RegExp(`${exact(words).source}.*heading level ${level}`))
  }
}

/** The chart's points are walked by arrows: each is said with its quarter and its value. */
async function walkChart({ page, press, hears, listen }: Reader): Promise<void> {
  const chart = page.locator('.chart').first()
  await chart.scrollIntoViewIfNeeded()
  await chart.focus()
  await press('shift+Tab')
  listen()
  await press('Tab')
  await hears(/图表|方向键/)
  for (const key of ['Home', 'Right', 'Right', 'End']) {
    listen()
    await press(key)
    const words = await page.locator('.chart-readout').first().innerText()
    await hears(exact(words.slice(0, 12)))
  }
}

async function filter({ page, press, hears, listen }: Reader): Promise<void> {
  const behind = page
    .getByRole('radio', { name: /滞后/ })
    .or(page.getByRole('button', { name: /^滞后/ }))
  await behind.first().focus()
  listen()
  await press('space')
  await hears(/pressed|selected/)
  await hears(/滞后.*\d+ 项/)
}

/** Orca says a column's header on the way from one data cell to another: the header of a row has none itself. */
async function readCell({ page, press, hears, heard, listen }: Reader): Promise<void> {
  await press('ctrl+Home')
  listen()
  for (let tables = 0; tables < 5 && !heard().some((words) => /位次/.test(words)); tables += 1)
    await press('t')
  await hears(/table with \d+ rows/)
  const table = page.getByRole('table', { name: /各省级单位位次/ })
  const fourth = await table.getByRole('columnheader').nth(3).innerText()
  listen()
  await press('shift+alt+Down', 'shift+alt+Right', 'shift+alt+Right', 'shift+alt+Right')
  await hears(exact(fourth.trim()))
}

export const scripts: Script[] = [
  { name: '打开与登录', follow: open },
  { name: '按标题浏览', follow: walkHeadings },
  { name: '逐点读图', follow: walkChart },
  { name: '筛选', follow: filter },
  { name: '读表格单元格', follow: readCell },
]
