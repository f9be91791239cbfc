import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkAccounts, readAccounts } from './accounts.ts'
import { writeDurably } from './durable-file.ts'
import { hashPassword, randomPassword } from './passwords.ts'

const usage =
  '用法：npx tsx server/account.ts --file accounts.json --user 姓名拼音 --role leader|supervisor|evaluator|respondent --region 440000'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    user: { type: 'string' },
    role: { type: 'string' },
    region: { type: 'string', default: '000000' },
  },
})

async function addAccount(file: string, user: string, role: string): Promise<string> {
  const password = randomPassword()
  const others = existsSync(file) ? readAccounts(file).filter((one) => one.user !== user) : []
  const added = { user, role, region: values.region, password: await hashPassword(password) }
  const accounts = checkAccounts(file, [...others, added])
  await writeDurably(file, `${JSON.stringify(accounts, null, 2)}\n`)
  return password
}

const { file, user, role } = values
if (!file || !user || !role) throw new Error(usage)
console.log(`${user} 的初始密码：${await addAccount(file, user, role)}`)
