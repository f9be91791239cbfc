import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, readWorld } from '../reference/world.ts'
import { Book } from '../reference/progress.ts'
import { csvOf, writeInbox } from '../support/inbox-files.ts'
import { sampleInbox } from '../support/inboxes.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { bulletWords, newPage, signIn, tabTo } from '../support/visit.ts'
import { load, sampleWarehouse, temporaryFolder } from '../support/warehouses.ts'

const indicator = '城镇残疾人免费职业技能培训人数'

type Newcomer = { certificate: string; county: string; prefecture: string }

/** Someone of a county of Guangdong with an urban household who has not been trained yet. */
function untrained(world: World): Newcomer {
  const day = '2018-06-30'
  for (const { unit, key, values } of world.extracts.accepted.registration) {
    const county = values.region_code ?? ''
    const place = world.regions.unitOn(county, day)
    if (unit !== '440000' || place.level !== 'county' || place.valid_to < day) continue
    const person = key.slice(0, 18)
    const all = world.people.get(person)?.standing ?? []
    const isUrban = values.household === '城镇' && all.length === 1 && all[0]?.region === county
    if (isUrban && !world.trainings.has(person))
      return { certificate: key, county, prefecture: place.parent_code }
  }
  throw new Error('the sample has nobody in Guangdong who was not trained yet')
}

async function sendTraining(inbox: string, { certificate, county }: Newcomer): Promise<void> {
  const training = {
    记录编号: 'NEW-2018Q3-1',
    残疾人证号: certificate,
    培训类别: '城镇职业技能',
    培训机构代码: 'P440001',
    培训地区划代码: county,
    开始日期: '2018-09-03',
    结束日期: '2018-09-21',
    是否免费: '是',
  }
  await writeInbox(inbox, { '2018Q3/440000/training.csv': csvOf([training]) })
}

describe('from the nation to a county by keyboard alone, while new extracts arrive', () => {
  let folder: string
  let inbox: string
  let scene: Scene
  let page: Page
  let newcomer: Newcomer
  let world: World

  beforeAll(async () => {
    folder = await temporaryFolder('drill')
    inbox = join(folder, 'inbox')
    await cp(await sampleInbox(), inbox, { recursive: true })
    await cp(await sampleWarehouse(), join(folder, 'warehouse'), { recursive: true })
    scene = await openScene(join(folder, 'warehouse'))
    world = await readWorld(inbox)
    newcomer = untrained(world)
    page = await newPage(scene.browser, scene.server.url)
    await signIn(page, 'leader')
  })

  afterAll(async () => {
    await scene.close()
    await rm(folder, { recursive: true })
  })

  const nameOf = (code: string) => world.regions.unitOn(code, '2018-06-30').name
  const figure = (book: Book, day: string) => book.on(day).value('A1', newcomer.county).actual

  it.each(['nation', 'prefecture', 'county'])('goes one level down from the %s', async (level) => {
    const next = { nation: '440000', prefecture: newcomer.prefecture, county: newcomer.county }
    const name = nameOf(next[level as keyof typeof next])
    await tabTo(page, 'link', name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor()
  })

  it('shows the county that was reached, its figure and the way back', async () => {
    expect(new URL(page.url()).searchParams.get('region')).toBe(newcomer.county)
    const trail = page.getByRole('navigation', { name: '地区层级' })
    for (const name of ['全国', '广东省', nameOf(newcomer.prefecture)])
      await trail.getByRole('link', { name }).waitFor()
    const words = await bulletWords(page, indicator)
    expect(words).toContain(` ${figure(new Book(world), '2018-06-30')} 人`)
  })

  it('shows the new figure once a new quarter is loaded, without a reload', async () => {
    await sendTraining(inbox, newcomer)
    const book = new Book(await readWorld(inbox))
    const before = figure(new Book(world), '2018-06-30')
    const after = figure(book, '2018-09-30')
    expect(after).toBe((before ?? 0) + 1)
    await load(inbox, join(folder, 'warehouse'))
    const bullets = page.getByRole('region', { name: '指标进展' })
    await bullets.getByText(`${after} 人`, { exact: true }).first().waitFor({ timeout: 40_000 })
    await page.getByText('2018 年 9 月 30 日').first().waitFor()
  })

  it('goes back up by the breadcrumb', async () => {
    await page.keyboard.press('Control+Home')
    await tabTo(page, 'link', '全国')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
  })
})
