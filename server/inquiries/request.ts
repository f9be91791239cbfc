import { z } from 'zod'
import { Problem } from '../problem.ts'
import { claimShape } from './entry.ts'

const LONGEST = 500

/** No one may be pointed at: a run of digits as long as a telephone or certificate number is refused. */
function namesNobody(text: string): boolean {
  return !/\d{11}/.test(text.normalize('NFKC').replaceAll(/[\s-]/g, ''))
}

const text = z.string().trim().min(1).max(LONGEST).refine(namesNobody)
const version = z.number().int().min(1)

const question = z.strictObject({
  plan: z.string().min(1).max(40),
  indicator: z.string().regex(/^[A-Z]\d{1,2}$/),
  region: z.string().regex(/^\d{6}$/),
  asOf: z.iso.date().optional(),
  dueOn: z.iso.date(),
  text,
})
const answer = z.strictObject({ text, claim: claimShape, version })
const decision = z.strictObject({ text, decision: z.enum(['closed', 'reopened']), version })

export type Question = z.infer<typeof question>
export type Answer = z.infer<typeof answer>
export type Decision = z.infer<typeof decision>

const allowed: Record<string, string> = {
  plan: '计划代码，例如 13-5',
  indicator: '指标代码，例如 A1',
  region: '市或县的六位区划代码',
  asOf: '日期，例如 2018-06-30',
  dueOn: '日期，例如 2018-08-15',
  text: `1 至 ${LONGEST} 字的文字，其中不能有证件号、电话号码等 11 位及以上的数字`,
  claim: '结论：stands、corrected（附 value）、reported 或 caught_up',
  decision: 'closed 或 reopened',
  version: '所见督办的版本号',
}

/** These throw Problem 400 bad_request, naming the field and what it may be. */
export function readQuestion(body: unknown): Question {
  return read(question, body)
}

export function readAnswer(body: unknown): Answer {
  return read(answer, body)
}

export function readDecision(body: unknown): Decision {
  return read(decision, body)
}

/** Throws Problem 400: an answer cannot be due before today, nor years ahead. */
export function requireDueDay(dueOn: string, today: string): void {
  const last = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (dueOn >= today && dueOn <= last) return
  throw new Problem(400, 'bad_request', '答复期限应在今天至一年之内。')
}

function read<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  const field = String(name ?? '').slice(0, 40)
  const form = allowed[field]
  const detail = form === undefined ? `内容有误：没有字段 ${field}` : `${field} 应为${form}`
  throw new Problem(400, 'bad_request', `${detail}。`)
}
