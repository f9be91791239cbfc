import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PERSON_ROLES } from './session.ts'
import { hashPassword, randomPassword } from './passwords.ts'

const province = /^[1-9]\d0000$/
const belowProvince = /^[1-9]\d(?!0000)\d{4}$/

const account = z
  .strictObject({
    user: z.string().regex(/^[\w.@-]{1,64}$/),
    role: z.enum(PERSON_ROLES),
    region: z.string().regex(/^(000000|[1-9]\d{5})$/),
    password: z.string().startsWith('scrypt$'),
  })
  .refine(({ role, region }) => role !== 'supervisor' || province.test(region), {
    message: 'a supervisor needs a province',
    path: ['region'],
  })
  .refine(({ role, region }) => (role === 'respondent') === belowProvince.test(region), {
    message: 'a respondent, and nobody else, needs a prefecture or county',
    path: ['region'],
  })

export type Account = z.infer<typeof account>

/** An account whose password is in clear, to be printed at start. */
export type DemonstrationAccount = Account

const demonstration = [
  { user: 'leader', role: 'leader', region: '000000' },
  { user: 'supervisor-440000', role: 'supervisor', region: '440000' },
  { user: 'evaluator', role: 'evaluator', region: '000000' },
  { user: 'respondent-440106', role: 'respondent', region: '440106' },
] as const

/** Throws an Error that names the file and the first field that is wrong. */
export function readAccounts(path: string): Account[] {
  return checkAccounts(path, JSON.parse(readFileSync(path, 'utf8')))
}

/** Accounts that are, or are to be, the file's. Throws as readAccounts. */
export function checkAccounts(path: string, accounts: unknown): Account[] {
  const parsed = z.array(account).safeParse(accounts)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(
    `账号文件 ${path} 的 ${issue?.path.join('.') ?? ''} 有误：${issue?.message ?? ''}。请用 npx tsx server/account.ts 添加账号。`,
  )
}

export function demonstrationAccounts(password?: string): DemonstrationAccount[] {
  return demonstration.map((one) => ({ ...one, password: password ?? randomPassword() }))
}

export async function hashAccounts(accounts: DemonstrationAccount[]): Promise<Account[]> {
  return Promise.all(
    accounts.map(async (one) => ({ ...one, password: await hashPassword(one.password) })),
  )
}
