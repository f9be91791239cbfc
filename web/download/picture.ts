/** A chart as a PNG that can stand alone: its title above, snapshot and day below, on the page's own ground. */

export type Drawing = HTMLElement

const SCALE = 2
const EDGE = 16
const LINE = 22

const PRESENTATION = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
]

/** What is drawn takes its computed look along as attributes, since classes mean nothing outside the page; the answer takes it off again. */
function wearLook(within: Element): () => void {
  const drawn = [...within.querySelectorAll('svg *')]
  const before = drawn.map((each) => PRESENTATION.map((name) => each.getAttribute(name)))
  const looks = drawn.map((each) => {
    const look = getComputedStyle(each)
    return PRESENTATION.map((name) => look.getPropertyValue(name))
  })
  const set = (values: (string | null)[][]) => {
    for (const [at, each] of drawn.entries())
      for (const [nth, name] of PRESENTATION.entries()) {
        const value = values[at]?.[nth] ?? null
        if (value === null) each.removeAttribute(name)
        else each.setAttribute(name, value)
      }
  }
  set(looks)
  return () => set(before)
}

/** A canvas as it is; anything else as it stands on the page, with its styles. */
async function imageOf(drawing: Drawing): Promise<HTMLCanvasElement> {
  if (drawing instanceof HTMLCanvasElement) return drawing
  const { toCanvas } = await import('html-to-image')
  const takeOff = wearLook(drawing)
  try {
    return await toCanvas(drawing, { skipFonts: true, pixelRatio: SCALE })
  } finally {
    takeOff()
  }
}

/** Broken where the width is full: Chinese may be broken anywhere. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  return Array.from(text).reduce<string[]>(
    (lines, letter) => {
      const longer = (lines.at(-1) ?? '') + letter
      return pen.measureText(longer).width > width
        ? [...lines, letter.trim()]
        : [...lines.slice(0, -1), longer]
    },
    [''],
  )
}

export async function pictureOf(drawing: Drawing, title: string, facts: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = await imageOf(drawing)
  const look = getComputedStyle(document.body)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser gives no canvas to draw on: download the table')
  pen.font = `12px ${look.fontFamily}`
  const below = linesOf(pen, facts, width)
  canvas.width = (width + 2 * EDGE) * SCALE
  canvas.height = (height + 2 * EDGE + (1 + below.length) * LINE) * SCALE
  pen.scale(SCALE, SCALE)
  pen.fillStyle = look.backgroundColor
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = look.color
  pen.font = `600 16px ${look.fontFamily}`
  pen.fillText(title, EDGE, EDGE + 14, width)
  pen.drawImage(image, EDGE, EDGE + LINE, width, height)
  pen.font = `12px ${look.fontFamily}`
  for (const [at, line] of below.entries())
    pen.fillText(line, EDGE, EDGE + LINE + height + 16 + at * LINE)
  return encoded(canvas)
}

function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The picture is too large to encode: download the table'))
    }, 'image/png')
  })
}
