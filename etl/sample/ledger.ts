import { quarters } from './days.ts'
import type { UnitExpectation } from './expectations.ts'
import type { Outbox } from './files/outbox.ts'
import type { Place } from './places.ts'
import { Random } from './random.ts'

const items = [
  '岗位补贴',
  '社会保险补贴',
  '设施设备购置补贴',
  '实习见习补贴',
  '超比例奖励',
  '小微单位招用奖励',
  '职业培训补贴',
  '就业服务补贴',
  '自主就业创业扶持',
  '辅助性就业机构补贴',
  '其他',
]
const quarter_words = ['1', 'Q2', '第三季度', '4']
const income_per_person = 420

/** What each prefecture took in and spent in each quarter, in yuan of the chosen scale. */
export function sendLedger(
  out: Outbox,
  expected: UnitExpectation,
  places: readonly Place[],
  seed: number,
): void {
  const { code } = expected.unit
  const random = new Random(seed, `ledger ${code}`)
  const prefectures = [...new Set([code, ...places.map((place) => place.prefecture)])].sort()
  let serial = 0
  quarters.forEach((name, quarter) => {
    const year = Number(name.slice(0, 4))
    const growth = 1 + (year - 2016) * 0.06
    for (const region of prefectures) {
      const base = (expected.people * income_per_person * growth) / prefectures.length / 4
      const income = base * (0.6 + 0.8 * random.next())
      const send = (direction: string, item: string, amount: number) => {
        const number = `L${code.slice(0, 2)}${String(100_000 + ++serial)}`
        const word = quarter_words[quarter % 4] ?? ''
        const yuan = (Math.round(amount * 100) / 100).toFixed(2)
        out.add('levy_ledger', quarter, [number, year, word, region, direction, item, yuan, ''])
      }
      send('征收收入', '', income)
      for (let i = 0; i < 4; i++) {
        const item = items[(quarter * 3 + i * 4 + prefectures.indexOf(region)) % items.length] ?? ''
        send('支出', item, income * (0.05 + 0.2 * random.next()))
      }
    }
  })
}
