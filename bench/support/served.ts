import { startServer } from '../../server/main.ts'

/** The server alone in a process of its own, as users meet it: `served.ts WAREHOUSE PASSWORD`; tells its address. */
const [warehouse = '', demoPassword = ''] = process.argv.slice(2)
const server = await startServer({ port: 0, warehouse, demoPassword })
process.send?.(server.url)
