import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Metrics } from '../cube/metrics.ts'
import { openAccountBook } from './account-book.ts'
import type { DemonstrationAccount } from './accounts.ts'
import { createApp } from './app.ts'
import { openAudit, type Audit } from './audit.ts'
import { NoticeDesk } from './publicity/desk.ts'
import { NoticeStore } from './publicity/store.ts'
import { readOwnMap } from './own-map/read.ts'
import { ReportArchives } from './reports/archive.ts'
import { ReportDesk } from './reports/desk.ts'
import { ReportStore } from './reports/store.ts'
import { Inquiries } from './inquiries/inquiries.ts'
import { ProgressAnswers } from './reading/progress-answers.ts'
import { SnapshotStore } from './snapshots.ts'
import { Stopping } from './stopping.ts'
import { Uploads } from './submissions/uploads.ts'
import { readSeconds, readSecret, Tokens } from './tokens.ts'

export type ServerOptions = {
  /** 0 takes a free one. */
  port: number
  warehouse: string
  /** Where the extracts lie: with it supervisors may send their unit's files in the browser. */
  inbox?: string | undefined
  /** The built web bundle; without it only the interface is served. */
  webRoot?: string
  /** The demonstration accounts' password; random ones without it. */
  demoPassword?: string | undefined
  accountsFile?: string | undefined
  /** A GeoJSON in place of the tiles; else the one that MAP_FILE names. */
  mapFile?: string | undefined
  /** The address listened on: this machine only, unless HOST or this says otherwise. */
  host?: string
  /** How long a session lasts without being extended: SESSION_MINUTES, unless this says otherwise. */
  sessionSeconds?: number
  onFault?: (error: unknown) => void
}

export type RunningServer = {
  url: string
  accounts: DemonstrationAccount[]
  /** Finishes what is under way, then stops. */
  close: () => Promise<void>
}

/** Longer than people pause between two pages: a connection closed as a question arrives fails it. */
const KEEP_ALIVE_MS = 75_000

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`端口 ${port} 已被占用，请用 PORT 另选一个。`, { cause }) : cause)
    })
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve(`http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${taken}`)
    })
  })
}

function printFault(error: unknown): void {
  console.error(new Date().toISOString(), error)
}

type Parts = {
  snapshots: SnapshotStore
  metrics: Metrics
  progress: ProgressAnswers
  audit: Audit
  inquiries: Inquiries
}

async function assemble({
  warehouse,
  webRoot,
  onFault = printFault,
}: ServerOptions): Promise<Parts> {
  const audit = openAudit(warehouse, onFault)
  const snapshots: SnapshotStore = new SnapshotStore({
    warehouse,
    warm: ({ id }) => metrics.warm(id),
    onChange: (id) => {
      audit({ event: 'snapshot', snapshot: id })
      const snapshot = snapshots.get(id)
      void inquiries.retest(snapshot)
      if (webRoot !== undefined) progress.prepare(snapshot).catch(onFault)
    },
    onFault,
  })
  const metrics: Metrics = new Metrics({
    martPath: (id) => snapshots.martPath(id),
    asOf: (id) => snapshots.asOf(id),
    onFault: (what, error) => onFault(`${what}: ${error}`),
  })
  const source = { loadMetrics: metrics.load, snapshots }
  const progress = new ProgressAnswers(source)
  const inquiries = await Inquiries.open(warehouse, { source, audit, onFault })
  return { snapshots, metrics, progress, audit, inquiries }
}

function uploadsOf(
  { inbox, warehouse }: ServerOptions,
  audit: Audit,
  onFault: (error: unknown) => void,
): Uploads | undefined {
  return inbox === undefined ? undefined : new Uploads({ inbox, warehouse, audit, onFault })
}

function deskOf(
  { warehouse }: ServerOptions,
  { snapshots, metrics, audit }: Parts,
  evaluators: () => string[],
): ReportDesk {
  const deps = { loadMetrics: metrics.load, snapshots }
  return new ReportDesk({ deps, store: new ReportStore(warehouse), audit, evaluators })
}

function noticesOf({ warehouse }: ServerOptions, { snapshots, metrics, audit }: Parts): NoticeDesk {
  const deps = { loadMetrics: metrics.load, snapshots }
  return new NoticeDesk({ deps, store: new NoticeStore(warehouse), audit })
}

async function serve(options: ServerOptions, parts: Parts, tokens: Tokens): Promise<RunningServer> {
  const { port, webRoot, onFault = printFault } = options
  const { snapshots, metrics, progress, audit, inquiries } = parts
  const ownMap = readOwnMap(options.mapFile ?? process.env['MAP_FILE'])
  await snapshots.start()
  await progress.prepared()
  const { find, evaluators, made } = await openAccountBook({
    accountsFile: options.accountsFile ?? process.env['ACCOUNTS'],
    demoPassword: options.demoPassword ?? process.env['DEMO_PASSWORD'],
    isDemonstration: () => snapshots.get().manifest.demonstration !== null,
  })
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS })
  const stopping = new Stopping(server)
  const uploads = uploadsOf(options, audit, onFault)
  const desk = deskOf(options, parts, evaluators)
  const archives = new ReportArchives(desk, onFault)
  const notices = noticesOf(options, parts)
  const app = createApp({
    ...parts,
    ...{
      tokens,
      find,
      webRoot,
      uploads,
      desk,
      archives,
      notices,
      ownMap,
      isReady: stopping.isReady,
      isClosed: stopping.isClosed,
      onFault,
    },
  })
  server.on('request', app)
  const url = await listen(server, port, options.host ?? process.env['HOST'] ?? '127.0.0.1')
  audit({ event: 'start' })
  const end = async () => {
    snapshots.stop()
    await stopping.stop()
    await archives.close()
    await uploads?.close()
    await Promise.all([inquiries.close(), progress.close()])
    await metrics.close()
    audit({ event: 'stop' })
  }
  let ended: Promise<void> | undefined
  return { url, accounts: made, close: () => (ended ??= end()) }
}

/** Serves a warehouse. Ready when the promise resolves; throws where it would be unsafe to start. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const tokens = new Tokens(readSecret(), options.sessionSeconds ?? readSeconds())
  const parts = await assemble(options)
  try {
    return await serve(options, parts, tokens)
  } catch (error) {
    parts.snapshots.stop()
    await Promise.all([parts.inquiries.close(), parts.progress.close()])
    await parts.metrics.close()
    throw error
  }
}

async function main(): Promise<void> {
  const running = await startServer({
    port: Number(process.env['PORT'] ?? 4000),
    warehouse: process.env['WAREHOUSE'] ?? 'build/warehouse',
    inbox: process.env['INBOX'] ?? 'build/inbox',
    webRoot: 'build/web',
  })
  console.log(running.url)
  for (const { user, password } of running.accounts) console.log(`${user}  ${password}`)
  stopOnSignals(running.close)
}

/** Ends the process when it is asked to, after the answers under way. */
export function stopOnSignals(close: () => Promise<void>): void {
  const end = () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
