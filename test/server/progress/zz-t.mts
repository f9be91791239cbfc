import { startServer } from '../../../server/main.ts'
const s = await startServer({ port: 0, warehouse: '/tmp/progress/wh', demoPassword: 'a long enough pass phrase' })
const login = await (await fetch(s.url + '/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: 'leader', password: 'a long enough pass phrase' }) })).json() as { token: string }
const get = async (p: string) => { const t = performance.now(); const r = await fetch(s.url + p, { headers: { authorization: 'Bearer ' + login.token } }); const b = await r.text(); console.log(p, r.status, b.length, Math.round(performance.now() - t), 'ms'); return JSON.parse(b) }
for (const p of process.argv.slice(2)) { try { const j = await get(p); if (process.env.SHOW) console.log(JSON.stringify(j).slice(0, 3000)) } catch (e) { console.log(p, e) } }
await s.close()
