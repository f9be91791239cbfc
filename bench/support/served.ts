import { startServer } from '../../server/main.ts'

/**
 * The server alone in a process of its own, as users meet it or, with `bare`, having prepared nothing:
 * `served.ts WAREHOUSE PASSWORD [bare]`; tells its address.
 */
const [warehouse = '', demoPassword = '', bare] = process.argv.slice(2)
const pages = bare === undefined ? { webRoot: 'build/web' } : {}
const server = await startServer({ port: 0, warehouse, demoPassword, ...pages })
process.send?.(server.url)
