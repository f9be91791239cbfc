/** A chart as a PNG that can stand alone: its title above, snapshot and day below, on the page's own ground. */

export type Drawing = HTMLCanvasElement | SVGSVGElement

const SCALE = 2
const EDGE = 16
const LINE = 22
const PRESENTATION = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'visibility',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
]

/** Classes mean nothing outside the page: each element takes its computed look along. */
function bakeLook(from: Element, to: Element): void {
  const look = getComputedStyle(from)
  for (const name of PRESENTATION) to.setAttribute(name, look.getPropertyValue(name))
  for (const [at, child] of [...from.children].entries()) {
    const copy = to.children[at]
    if (copy) bakeLook(child, copy)
  }
}

async function svgImage(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  bakeLook(svg, copy)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const text = new XMLSerializer().serializeToString(copy)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  return image
}

export async function pictureOf(drawing: Drawing, title: string, facts: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = drawing instanceof SVGSVGElement ? await svgImage(drawing) : drawing
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
