import { z } from 'zod'
import { Problem } from '../problem.ts'

export const code = z.string().regex(/^[A-Z]\d{1,2}$/)
export const day = z.iso.date().refine((text) => text >= '2015-01-01' && text <= '2030-12-31')

export const progress = z.strictObject({
  plan: z.string().min(1),
  region: z
    .string()
    .regex(/^\d{6}(-self)?$/)
    .optional(),
  level: z.enum(['self', 'province', 'prefecture', 'county']).default('self'),
  asOf: day.optional(),
  indicator: code.optional(),
  snapshot: z.string().min(1).optional(),
  format: z.enum(['json', 'arrow']).default('json'),
  curve: z.enum(['quarters', 'seasonal']).optional(),
  children: z.literal('status').optional(),
})

/** What is asked of the rows of /api/progress alone. */
const ofRows = { level: true, format: true, curve: true, children: true } as const

const series = progress.omit(ofRows).extend({ indicator: code })

const ofRegion = progress.omit({ ...ofRows, indicator: true })

const levyChain = progress.omit({ format: true, curve: true, children: true, indicator: true })
const targets = progress.omit(ofRows)
const search = z.strictObject({
  q: z.string().trim().min(1).max(40),
  asOf: day.optional(),
  snapshot: progress.shape.snapshot,
})
const catalogue = z.strictObject({ snapshot: z.string().min(1).optional() })

export type ProgressRequest = z.infer<typeof progress>
export type SeriesRequest = z.infer<typeof series>
export type AskedLevel = ProgressRequest['level']

const allowed: Record<string, string> = {
  plan: '计划代码，例如 13-5，必填',
  region: '六位区划代码，例如 440000，本级加 -self',
  level: 'self、province、prefecture、county 之一',
  asOf: '2015-01-01 至 2030-12-31 之间的日期，例如 2018-06-30',
  indicator: '指标代码，例如 A1（除进度外必填）',
  from: '比较起始日，2015-01-01 至 2030-12-31，必填',
  to: '比较截止日，2015-01-01 至 2030-12-31，不写为数据集自己的截止日',
  fromSnapshot: '起始日所用的数据集编号，见 /api/snapshots',
  snapshot: '数据集编号，见 /api/snapshots',
  format: 'json 或 arrow',
  share: '0 至 1 之间的小数，例如 0.64，不与 top 同用',
  top: '1 至 4000 的整数，例如 7，不与 share 同用',
  curve: 'quarters 或 seasonal',
  children: 'status',
  q: '1 至 40 个字的名称、拼音、拼音首字母或代码，必填',
}

/** These throw Problem 400 bad_request, naming the parameter and what it may be. */
export function readProgressRequest(query: unknown): ProgressRequest {
  return read(progress, query)
}

export function readSeriesRequest(query: unknown): SeriesRequest {
  return read(series, query)
}

export function readRegionRequest(query: unknown): z.infer<typeof ofRegion> {
  return read(ofRegion, query)
}

export function readLevyChainRequest(query: unknown): z.infer<typeof levyChain> {
  return read(levyChain, query)
}

export function readTargetsRequest(query: unknown): z.infer<typeof targets> {
  return read(targets, query)
}

export function readSearchRequest(query: unknown): z.infer<typeof search> {
  return read(search, query)
}

export function readCatalogueRequest(query: unknown): { snapshot?: string | undefined } {
  return read(catalogue, query)
}

export function read<Shape extends z.ZodType>(shape: Shape, query: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(query)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') throw unknownParameter(shape, issue.keys)
  const parameter = String(issue?.path[0] ?? '')
  const form = allowed[parameter] ?? '见接口说明'
  throw new Problem(400, 'bad_request', `参数 ${parameter} 不对：应为${form}。`)
}

function unknownParameter(shape: z.ZodType, keys: string[]): Problem {
  const known = shape instanceof z.ZodObject ? Object.keys(shape.shape).join('、') : ''
  const names = keys.map((key) => key.slice(0, 40)).join('、')
  return new Problem(400, 'bad_request', `没有参数 ${names}，可用的参数是：${known}。`)
}
