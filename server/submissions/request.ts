import { z } from 'zod'
import { Problem } from '../problem.ts'

const place = z.object({
  unit: z.string().regex(/^\d{6}$/),
  quarter: z.string().regex(/^(19|20)\d\dQ[1-4]$/),
})

const calendar = z.strictObject({ snapshot: z.string().min(1).optional() })

const quarantine = calendar.extend({
  file: z.string().min(1).max(400).optional(),
  rule: z.string().min(1).max(400).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

const upload = z.strictObject({
  extract: z.string().regex(/^[a-z_]{3,30}$/),
  form: z.enum(['csv', 'xlsx', 'parquet']),
})

export type Place = z.infer<typeof place>
export type QuarantineRequest = z.infer<typeof quarantine>

const allowed: Record<string, string> = {
  unit: '报送单位的六位代码，例如 440000',
  quarter: '季度，例如 2018Q2',
  snapshot: '数据集编号，见 /api/snapshots',
  file: '文件的路径，例如 2018Q2/440000/training.csv',
  rule: '隔离清单中的一条规则',
  page: '从 1 起的页码',
  extract: '报表名，例如 training',
  form: 'csv、xlsx 或 parquet',
}

/** These throw Problem 400 bad_request, naming the parameter and what it may be. */
export function readPlace(params: unknown): Place {
  return read(place, params)
}

export function readCalendarRequest(query: unknown): { snapshot?: string | undefined } {
  return read(calendar, query)
}

export function readQuarantineRequest(query: unknown): QuarantineRequest {
  return read(quarantine, query)
}

export function readUploadRequest(query: unknown): z.infer<typeof upload> {
  return read(upload, query)
}

function read<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  const parameter = String(name ?? '').slice(0, 40)
  const form = allowed[parameter]
  const detail = form === undefined ? `没有参数 ${parameter}` : `参数 ${parameter} 应为${form}`
  throw new Problem(400, 'bad_request', `${detail}。`)
}
