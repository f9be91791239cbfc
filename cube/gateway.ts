import { randomBytes } from 'node:crypto'
import ServerCore, { type CreateOptions, type RequestContext } from '@cubejs-backend/server-core'
import { isAskersFault } from './answers.ts'
import { MartDriver } from './duckdb-driver.ts'
import { prepareEnvironment } from './environment.ts'
import { KeptModel } from './kept-model.ts'
import { keepPasses } from './kept-passes.ts'
import { MartQuery } from './mart-query.ts'
import { modelFiles } from './model-files.ts'
import { rememberedSql } from './remembered-sql.ts'
import type { SecurityContext } from './security-context.ts'

type QueryRewrite = NonNullable<CreateOptions['queryRewrite']>

export type Query = Parameters<QueryRewrite>[0]

export type GatewayOptions = {
  /** The mart file of a snapshot. */
  martPath: (snapshot: string) => string
  queryRewrite: (query: Query, context: RequestContext) => Query
  onFault: (what: string, error: string) => void
}

/** Cube's log names for questions that it refuses. */
const askersEvents = new Set(['UserError', 'User Error'])

const openSnapshots = 4

function securityOf(context: RequestContext): SecurityContext {
  return context.securityContext as SecurityContext
}

/** One driver a snapshot, the least recently opened closed beyond `openSnapshots`. */
export function driverKeeper(
  martPath: GatewayOptions['martPath'],
): (snapshot: string) => MartDriver {
  const open = new Set<MartDriver>()
  const onOpen = (driver: MartDriver) => {
    open.add(driver)
    const [oldest] = open
    if (open.size <= openSnapshots || oldest === undefined) return
    open.delete(oldest)
    void oldest.release()
  }
  const drivers = new Map<string, MartDriver>()
  return (snapshot) => {
    const driver = drivers.get(snapshot) ?? new MartDriver(martPath(snapshot), onOpen)
    drivers.set(snapshot, driver)
    return driver
  }
}

/** Cube's types ask for a query where it wants the class of one. */
const martDialect = (() => MartQuery) as unknown as NonNullable<CreateOptions['dialectFactory']>

function coreOptions(
  { queryRewrite, onFault }: GatewayOptions,
  driverFor: (snapshot: string) => MartDriver,
): CreateOptions {
  return {
    apiSecret: randomBytes(32).toString('hex'),
    cacheAndQueueDriver: 'memory',
    checkAuth: () => Promise.reject(new Error('Requests come through the server only.')),
    contextToApiScopes: () => Promise.resolve(['meta', 'data', 'sql']),
    contextToAppId: () => 'metrics',
    contextToGroups: (context) => [securityOf(context).role],
    contextToOrchestratorId: (context) => securityOf(context).snapshot,
    devServer: false,
    dialectFactory: martDialect,
    driverFactory: (context) => driverFor(securityOf(context).snapshot),
    logger: (what, params) => {
      const { error } = params as { error?: string }
      if (error === undefined || askersEvents.has(what) || isAskersFault(error)) return
      onFault(what, error)
    },
    orchestratorOptions: {
      queryCacheOptions: { queueOptions: { concurrency: 4, continueWaitTimeout: 20 } },
    },
    queryRewrite: (query, context) => Promise.resolve(queryRewrite(query, context)),
    repositoryFactory: () => modelFiles,
    scheduledRefreshContexts: () => Promise.resolve([]),
    scheduledRefreshTimer: false,
    telemetry: false,
  }
}

/** What Cube keeps to itself of its compiler. */
type Compiling = {
  compiledYamlCache: Pick<KeptModel, 'has' | 'get' | 'set'>
  compileSchema: (version: unknown, requestId: unknown) => Promise<unknown>
}

function keepModel(compiler: Compiling): void {
  const compile = compiler.compileSchema.bind(compiler)
  compiler.compileSchema = async (version, requestId) => {
    // Another each time: what was made of a model with a fault must not pass for sound the next time.
    const kept = new KeptModel()
    compiler.compiledYamlCache = kept
    const compiled = await compile(version, requestId)
    kept.keep()
    return compiled
  }
}

/** Cube in this process, without its HTTP routes: only what the server asks of it is reachable. */
export class Gateway extends ServerCore {
  readonly #driverFor: (snapshot: string) => MartDriver
  readonly #asked = new Set<MartDriver>()

  private constructor(options: GatewayOptions) {
    const driverFor = driverKeeper(options.martPath)
    super(coreOptions(options, driverFor))
    this.#driverFor = driverFor
  }

  static open(options: GatewayOptions): Gateway {
    prepareEnvironment()
    keepPasses()
    return new Gateway(options)
  }

  /** The mart of a snapshot, to be asked what Cube has written. */
  driverOf(snapshot: string): MartDriver {
    const driver = this.#driverFor(snapshot)
    this.#asked.add(driver)
    return driver
  }

  protected override createCompilerApi(repository: unknown, options?: Record<string, unknown>) {
    const compiler = super.createCompilerApi(repository, options)
    compiler.getSql = rememberedSql(compiler.getSql.bind(compiler))
    keepModel(compiler as unknown as Compiling)
    return compiler
  }

  override async shutdown(): Promise<void> {
    await super.shutdown()
    await Promise.all([...this.#asked].map((driver) => driver.release()))
  }

  get api() {
    return this.apiGateway()
  }

  async cacheOf(context: RequestContext) {
    const orchestrator = await this.getOrchestratorApi(context)
    return orchestrator.getQueryOrchestrator().getQueryCache().getCacheDriver()
  }
}
