/** A chart as a PNG that can stand alone: its title above, snapshot and day below, on the page's own ground. */

export type Drawing = HTMLElement

const SCALE = 2
const EDGE = 16
const LINE = 22

/** A canvas as it is; anything else as it stands on the page, with its styles. */
async function imageOf(drawing: Drawing): Promise<HTMLCanvasElement> {
  if (drawing instanceof HTMLCanvasElement) return drawing
  const { toCanvas } = await import('html-to-image')
  return toCanvas(drawing, { skipFonts: true, pixelRatio: SCALE })
}

export async function pictureOf(drawing: Drawing, title: string, facts: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = await imageOf(drawing)
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * EDGE) * SCALE
  canvas.height = (height + 2 * EDGE + 2 * LINE) * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser gives no canvas to draw on: download the table')
  const look = getComputedStyle(document.body)
  pen.scale(SCALE, SCALE)
  pen.fillStyle = look.backgroundColor
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = look.color
  pen.font = `600 16px ${look.fontFamily}`
  pen.fillText(title, EDGE, EDGE + 14, width)
  pen.drawImage(image, EDGE, EDGE + LINE, width, height)
  pen.font = `12px ${look.fontFamily}`
  pen.fillText(facts, EDGE, EDGE + LINE + height + 16, width)
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
