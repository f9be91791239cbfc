import { source } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> }

/** What axe finds wrong on the page as it stands: empty where nothing is. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return (await axe.run({ runOnly: { type: 'tag', values } })).violations
  }, tags)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}
