import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { drawn, type Drawn } from './draw.ts'

/** A map that the operator has put in the tiles' place, with the number under which it was approved. */
export type OwnMap = Drawn & { approvalNumber: string }

const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(4)
const polygon = z.array(ring).min(1)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(ring.element).min(2) }),
  z.object({
    type: z.literal('MultiLineString'),
    coordinates: z.array(z.array(ring.element).min(2)).min(1),
  }),
])
const code = z.union([z.string(), z.number()]).transform(String)
const properties = z.nullable(z.object({ code: code.optional(), adcode: code.optional() }))
const feature = z.object({ type: z.literal('Feature'), properties, geometry })
const collection = z.object({
  type: z.literal('FeatureCollection'),
  approvalNumber: z.string().optional(),
  审图号: z.string().optional(),
  features: z.array(feature).min(1),
})

export type Feature = z.infer<typeof feature>

/** GS（2024）0650号, GS京(2022)1061号, 京S(2021)023号. */
const APPROVAL = /^(GS\p{Script=Han}{0,2}|\p{Script=Han}{1,2}S)[（(]\d{4}[）)]\d{1,6}号$/u

/**
 * Reads a GeoJSON of province-level units (`code` or `adcode` of a feature) in degrees. Without a path
 * there is none. Throws where the file cannot be read, is no such GeoJSON, or has no approval number.
 */
export function readOwnMap(path: string | undefined): OwnMap | null {
  if (path === undefined || path === '') return null
  const parsed = collection.safeParse(contentOf(path))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = issue?.path.join('.') ?? ''
    throw refused(path, `${place || '文件'} 应为 GeoJSON 要素集（面或线，经纬度）`)
  }
  const approvalNumber = (parsed.data.审图号 ?? parsed.data.approvalNumber ?? '').replace(
    /\s+/g,
    '',
  )
  if (!APPROVAL.test(approvalNumber))
    throw refused(
      path,
      `缺审图号，或写法不对（读到“${approvalNumber}”）：请在文件顶层写 "审图号": "GS(2024)0650号" 这样的一项`,
    )
  return { approvalNumber, ...drawn(parsed.data.features) }
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw refused(path, '文件不存在，或不是 JSON', cause)
  }
}

function refused(path: string, why: string, cause?: unknown): Error {
  return new Error(`地图 ${path} 不能使用：${why}。不用自己的地图时，请去掉 MAP_FILE。`, { cause })
}
