import type { Page } from 'playwright-core'

const LEAST_CONTRAST = 3

/** What stands in a rectangle of a picture. */
interface Seen {
  what: string
  x: number
  y: number
  width: number
  height: number
}

/** Where all that can be used shows, and its words, in the page's own pixels; what is scrolled away within a box is left out. */
async function controls(page: Page): Promise<Seen[]> {
  return page
    .locator('a[href], button, input, select, textarea, summary, [role=slider], [role=gridcell]')
    .evaluateAll((all) => {
      const isShown = (each: Element, { left, top, width, height }: DOMRect) => {
        const [x, y] = [left + width / 2, top + height / 2]
        for (let box = each.parentElement; box !== null; box = box.parentElement) {
          if (getComputedStyle(box).overflow === 'visible') continue
          const around = box.getBoundingClientRect()
          if (x < around.left || x > around.right || y < around.top || y > around.bottom)
            return false
        }
        return true
      }
      /** The first line of its words, without the rim: what lies behind them must differ from them. */
      const wordsOf = (each: Element): Seen[] => {
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        while (texts.nextNode()) {
          const { currentNode: text } = texts
          if (text.parentElement?.closest('.visually-hidden, option') !== null) continue
          range.selectNodeContents(text)
          const [line] = range.getClientRects()
          if (!text.textContent?.trim() || line === undefined || line.width < 8) continue
          const what = `words of ${each.tagName} ${text.textContent.slice(0, 40)}`
          const [x, y] = [line.left + scrollX + 1, line.top + scrollY + 3]
          return [{ what, x, y, width: line.width - 2, height: line.height - 6 }]
        }
        return []
      }
      return all.flatMap((each) => {
        const box = each.getBoundingClientRect()
        const isBox = each.checkVisibility({ visibilityProperty: true }) && box.width > 2
        if (!isBox || each.closest('.visually-hidden, .skip-link') || !isShown(each, box)) return []
        return [
          {
            what: `${each.tagName} ${each.getAttribute('aria-label') ?? each.textContent.slice(0, 40)}`,
            x: box.left + scrollX - 2,
            y: box.top + scrollY - 2,
            width: box.width + 4,
            height: box.height + 4,
          },
          ...wordsOf(each),
        ]
      })
    })
}

/** A picture of the whole page with what stands where, taken again while anything still moves. */
async function still(page: Page): Promise<{ boxes: Seen[]; picture: string }> {
  for (let turn = 1; ; turn += 1) {
    const boxes = await controls(page)
    const picture = (await page.screenshot({ fullPage: true })).toString('base64')
    const isStill = JSON.stringify(await controls(page)) === JSON.stringify(boxes)
    if (isStill || turn === 5) return { boxes, picture }
  }
}

/** Controls that no pixel tells from what surrounds them: the lightest and the darkest of each are less than 3:1 apart. */
export async function invisible(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0))
  const { boxes, picture } = await still(page)
  return page.evaluate(
    async ({ boxes, picture, least }) => {
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      pen.drawImage(bitmap, 0, 0)
      const linear = Array.from({ length: 256 }, (_, level) => {
        const part = level / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      const contrastIn = ({ x, y, width, height }: Seen) => {
        const { data } = pen.getImageData(x, y, Math.ceil(width), Math.ceil(height))
        let [darkest, lightest] = [1, 0]
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] === 0) continue
          const [red, green, blue] = [0, 1, 2].map((part) => linear[data[at + part]!]!)
          const light = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
          darkest = Math.min(darkest, light)
          lightest = Math.max(lightest, light)
        }
        return (lightest + 0.05) / (darkest + 0.05)
      }
      return boxes.filter((box) => contrastIn(box) < least).map(({ what }) => what)
    },
    { boxes, picture, least: LEAST_CONTRAST },
  )
}

/** How much of a picture is another where the focus is: pixels that differ from what was there by 3:1 or more. */
async function changedPixels(page: Page, before: string, after: string): Promise<number> {
  return page.evaluate(
    async ({ pictures, least }) => {
      const [was, is] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
          pen.drawImage(bitmap, 0, 0)
          return pen.getImageData(0, 0, bitmap.width, bitmap.height).data
        }),
      )
      const part = (level: number) => {
        const share = level / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }
      const light = (data: Uint8ClampedArray, at: number) =>
        0.2126 * part(data[at]!) + 0.7152 * part(data[at + 1]!) + 0.0722 * part(data[at + 2]!)
      let changed = 0
      for (let at = 0; at < was!.length; at += 4) {
        const [a, b] = [light(was!, at) + 0.05, light(is!, at) + 0.05]
        if (Math.max(a, b) / Math.min(a, b) >= least) changed += 1
      }
      return changed
    },
    { pictures: [before, after], least: LEAST_CONTRAST },
  )
}

const AROUND = 8

/** One of each kind of control whose focus is not seen: fewer changed pixels than an outline of two pixels has. */
export async function dimFocus(page: Page): Promise<string[]> {
  const kinds = await page
    .locator('header :is(a[href], button), main :is(a[href], button, input, select, summary)')
    .evaluateAll((all) => {
      const seen = new Set<string>()
      return all.flatMap((each, at) => {
        const kind = `${each.tagName} ${each.getAttribute('class') ?? ''} ${each.getAttribute('type') ?? ''}`
        if (!each.checkVisibility() || seen.has(kind)) return []
        seen.add(kind)
        return [{ at, kind }]
      })
    })
  const dim: string[] = []
  const all = page.locator(
    'header :is(a[href], button), main :is(a[href], button, input, select, summary)',
  )
  for (const { at, kind } of kinds) {
    const one = all.nth(at)
    await one.scrollIntoViewIfNeeded()
    const box = (await one.boundingBox())!
    const x = Math.max(0, box.x - AROUND)
    const y = Math.max(0, box.y - AROUND)
    const clip = { x, y, width: box.width + 2 * AROUND, height: box.height + 2 * AROUND }
    const picture = async () => (await page.screenshot({ clip })).toString('base64')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const before = await picture()
    await one.focus()
    const changed = await changedPixels(page, before, await picture())
    if (changed < 2 * 2 * (box.width + box.height) * 0.9) dim.push(`${kind}: ${changed}`)
  }
  return dim
}
