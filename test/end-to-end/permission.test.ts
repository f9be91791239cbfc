import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, signedIn } from '../support/product.ts'
import { sampleScene, type Scene } from '../support/scene.ts'
import { newPage, signIn } from '../support/visit.ts'

const own = '/api/progress?plan=13-5&region=440000&level=county'

describe('a supervisor of Guangdong', () => {
  let scene: Scene
  let client: Client

  beforeAll(async () => {
    scene = await sampleScene()
    client = await signedIn(scene.server.url, 'supervisor-440000')
  })

  it.each([own, '/api/progress?plan=13-5&region=000000&level=province'])(
    'is answered %s',
    async (path) => {
      expect((await client(path)).status).toBe(200)
    },
  )

  it.each([
    '/api/progress?plan=13-5&region=330000&level=county',
    '/api/progress?plan=13-5&region=330000&level=prefecture',
    '/api/progress?plan=13-5&region=330100&level=self',
    '/api/progress?plan=13-5&region=330102&level=self',
    '/api/progress?plan=13-5&region=000000&level=county',
    '/api/progress?plan=13-5&region=000000&level=prefecture&format=arrow',
    '/api/series?plan=13-5&indicator=A1&region=330100',
  ])('is refused %s with its code', async (path) => {
    const { status, body } = await client(path)
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'no_permission' })
    expect(JSON.stringify(body)).not.toMatch(/SELECT|duckdb|\.ts:/i)
  })

  it('reads 无权限 on another province’s page, never a nought, and nothing is asked in vain', async () => {
    const page = await newPage(scene.browser, scene.server.url)
    const refused: string[] = []
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(answer.url())
    })
    await signIn(page, 'supervisor-440000', '/?plan=13-5&region=330100')
    const refusal = page.getByRole('region', { name: '无权限' })
    await refusal.getByRole('heading', { name: '无权限' }).waitFor()
    expect(await page.getByRole('region', { name: '指标进展' }).count()).toBe(0)
    await refusal.getByRole('link', { name: '回到我的地区' }).click()
    await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
    expect(refused).toEqual([])
    await page.context().close()
  })

  it('opens on Guangdong', async () => {
    const page = await newPage(scene.browser, scene.server.url)
    await signIn(page, 'supervisor-440000', '/?plan=13-5')
    await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
    await page.context().close()
  })
})

describe('whoever has not signed in', () => {
  it('is refused everything but the health of the server', async () => {
    const scene = await sampleScene()
    const { url } = scene.server
    const paths = ['/api/plans', '/api/snapshots', own, '/api/map', '/cubejs-api/v1/meta']
    for (const path of paths) expect((await fetch(url + path)).status).toBe(401)
    for (const path of ['/livez', '/readyz']) expect((await fetch(url + path)).status).toBe(200)
  })
})
