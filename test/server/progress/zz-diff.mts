import { readWorld } from '../../reference/world.ts'
import { Book } from '../../reference/progress.ts'
import { startServer } from '../../../server/main.ts'
import { writeFileSync } from 'node:fs'
const s = await startServer({ port: 0, warehouse: '/tmp/progress/wh', demoPassword: 'a long enough pass phrase' })
const login = await (await fetch(s.url + '/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: 'leader', password: 'a long enough pass phrase' }) })).json() as { token: string }
const get = async (p: string) => (await (await fetch(s.url + p, { headers: { connection: 'close', authorization: 'Bearer ' + login.token } })).json()) as any
const book = new Book(await readWorld('/tmp/inbox-small'))
let n = 0, bad: Record<string, number> = {}, shown: Record<string, number> = {}
const differ = (k: string, m: string) => { bad[k] = (bad[k] ?? 0) + 1; shown[k] = (shown[k] ?? 0) + 1; if (shown[k] <= 6) console.log(k, m) }
for (const day of ['2018-06-30', '2018-03-31', '2017-08-15', '2016-02-29', '2017-12-31'])
  for (const plan of ['13-5', 'levy-2020'])
    for (const level of ['self', 'province', 'prefecture', 'county']) {
      const r = await get(`/api/progress?plan=${plan}&region=000000&level=${level}&asOf=${day}`)
      if (!r.rows) { console.log(r); continue }
      const by: Record<string, number> = {}
      for (const row of r.rows) {
        n++
        by[row.indicator] = (by[row.indicator] ?? 0) + 1
        const f = book.on(day as never).value(row.indicator, row.region)
        const k = `${row.indicator} ${level} ${day}`
        if (f.actual !== row.actual || f.numerator !== row.numerator || f.denominator !== row.denominator || f.reason !== row.reason) differ(k, `${row.region} ${row.regionName} ref ${JSON.stringify(f)} api ${JSON.stringify({ actual: row.actual, numerator: row.numerator, denominator: row.denominator, reason: row.reason })}`)
        if (plan === '13-5') {
          const t = book.standing(row.indicator, row.region, day as never)
          for (const q of ['target', 'expected', 'pace', 'gap', 'status'] as const) { const a = t[q], b = row[q]; const same = a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))); if (!same) differ('standing ' + q + ' ' + k, `${row.region} ref ${a} api ${b}`) }
          if ((t.days === null ? null : -t.days) !== (row.days === 0 ? -0 : row.days) && t.days !== row.days && -(t.days ?? 0) !== row.days) differ('days ' + k, `${row.region} ref ${t.days} api ${row.days} actual ${row.actual} target ${row.target}`)
        }
      }
      console.log(day, plan, level, JSON.stringify(by))
    }
console.log(n, 'rows', JSON.stringify(bad, null, 1))
writeFileSync('/tmp/progress/overview.json', JSON.stringify(await get('/api/progress?plan=13-5'), null, 1))
await s.close()
