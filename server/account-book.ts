import { statSync } from 'node:fs'
import {
  demonstrationAccounts,
  hashAccounts,
  readAccounts,
  type Account,
  type DemonstrationAccount,
} from './accounts.ts'
import type { AccountBook } from './session.ts'

export type OpenedBook = {
  find: AccountBook
  /** The users who evaluate now: who may write and review reports. */
  evaluators: () => string[]
  /** Made for this start, with passwords in clear; none where accounts come from a file. */
  made: DemonstrationAccount[]
}

type Options = {
  accountsFile: string | undefined
  demoPassword: string | undefined
  /** Whether the current snapshot is a demonstration. */
  isDemonstration: () => boolean
}

function byUser(accounts: Account[]): Map<string, Account> {
  return new Map(accounts.map((one) => [one.user, one]))
}

function evaluatorsOf(accounts: Map<string, Account>): string[] {
  return [...accounts.values()].filter(({ role }) => role === 'evaluator').map(({ user }) => user)
}

/** Read again when the file changes, so that a removed account stops without a restart. */
function fromFile(path: string): () => Map<string, Account> {
  let accounts = byUser(readAccounts(path))
  let changedAt = statSync(path).mtimeMs
  return () => {
    const now = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (now !== changedAt) {
      accounts = now === 0 ? byUser([]) : byUser(readAccounts(path))
      changedAt = now
    }
    return accounts
  }
}

/**
 * Who may sign in. Demonstration accounts exist only while the current snapshot is a demonstration;
 * throws where it is not and no accounts file is given.
 */
export async function openAccountBook(options: Options): Promise<OpenedBook> {
  const { accountsFile, demoPassword, isDemonstration } = options
  if (accountsFile !== undefined) {
    const book = fromFile(accountsFile)
    return { find: (user) => book().get(user), evaluators: () => evaluatorsOf(book()), made: [] }
  }
  if (!isDemonstration())
    throw new Error(
      '当前数据集是真实数据，不提供演示账号。请用 npx tsx server/account.ts 建立账号文件，再以 ACCOUNTS=文件路径 启动。',
    )
  const made = demonstrationAccounts(demoPassword)
  const accounts = byUser(await hashAccounts(made))
  const find = (user: string) => (isDemonstration() ? accounts.get(user) : undefined)
  return { find, evaluators: () => evaluatorsOf(accounts), made }
}
