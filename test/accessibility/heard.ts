import type { Page } from 'playwright-core'

/** One thing that a screen reader is given: what it is, and what it is called. */
interface Heard {
  role: string
  name: string
}

interface Node {
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
}

/** All of a page as a screen reader is given it, in order. */
export async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return (nodes as Node[])
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: role?.value ?? '', name: name?.value ?? '' }))
}
