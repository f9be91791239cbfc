import { source } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Not among the tags: 2.5.3, a control's name holds the words that are seen. */
const more = { 'label-content-name-mismatch': { enabled: true } }

/** The rules that a theme can break. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block']

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> }

/** What axe finds wrong on the page as it stands, by all rules or by those named: empty where nothing is. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const asked = rules
    ? { runOnly: { type: 'rule', values: rules } }
    : { runOnly: { type: 'tag', values: tags }, rules: more }
  const violations = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      return (await axe.run(options)).violations
    },
    // Of what is right neither the elements nor their paths are asked: telling them takes half of the time.
    { ...asked, resultTypes: ['violations'], selectors: false },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}
