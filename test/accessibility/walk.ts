import type { Page } from 'playwright-core'

export interface Stop {
  what: string
  outline: number
  /** Its outline has one of the colours that the tokens give to a focus. */
  known: boolean
  obscured: boolean
  /** At how many of nine points of its box something else lies over it. */
  covered: number
}

export const MOST_STOPS = 250

/** What has the focus: how it is told, and whether something lies over its middle. */
export function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return null
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
    const isCovered = (across: number, down: number) => {
      const [x, y] = [box.left + box.width * across, box.top + shown * down]
      const above = document.elementFromPoint(x, y)
      return box.width > 1 && (above === null || !(at.contains(above) || above.contains(at)))
    }
    const shown = Math.min(box.height, innerHeight)
    const places = [0.1, 0.5, 0.9]
    const covered = places.flatMap((across) => places.filter((down) => isCovered(across, down)))
    const style = getComputedStyle(at)
    const kept = globalThis as unknown as { stops?: Element[]; colours?: string[] }
    const stops = (kept.stops ??= [])
    if (!stops.includes(at)) stops.push(at)
    const colourOf = (token: string) => {
      const probe = document.body.appendChild(document.createElement('span'))
      probe.style.color = `var(${token})`
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
    const colours = (kept.colours ??= ['--focus', '--focus-on-brand'].map(colourOf))
    return {
      what: `${String(stops.indexOf(at))} ${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent).slice(0, 40)}`,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      known: colours.includes(style.outlineColor),
      obscured: isCovered(0.5, 0.5),
      covered: covered.length,
    }
  })
}

/** A date field has a stop for each of its parts, which count as one; more than that is a trap. */
const MOST_PARTS = 5

export async function walk(page: Page, key: string): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0, parts = 1; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press(key)
    const next = await stop(page)
    if (next === null || (next.what === stops[0]?.what && stops.length > 1)) return stops
    parts = next.what === stops.at(-1)?.what ? parts + 1 : 1
    if (parts === 1 || parts > MOST_PARTS) stops.push(next)
  }
  return stops
}
