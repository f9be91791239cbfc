import { randomUUID } from 'node:crypto'
import type { RequestContext } from '@cubejs-backend/server-core'
import { failureIn, isStillRunning, toAnswer, toMetricsError, type Answer } from './answers.ts'
import { pruneCache } from './cache.ts'
import { Gateway, type Query } from './gateway.ts'
import { MetricsError } from './metrics-error.ts'
import type { NormalizedQuery } from './normalized-query.ts'
import { applyQueryRules } from './query-rules.ts'
import type { MetricsQuery } from './query.ts'
import { toRows, type CompactAnswer, type MetricsRow } from './rows.ts'
import { checkSecurityContext, type SecurityContext } from './security-context.ts'

export type { Filter, MetricsQuery } from './query.ts'
export type { MetricsRow } from './rows.ts'
export type { Role, SecurityContext } from './security-context.ts'

export type LoadMetrics = (query: MetricsQuery, context: SecurityContext) => Promise<MetricsRow[]>

type LoadRequest = Parameters<Gateway['api']['load']>[0]

/** A view's name and members, as Cube's meta lists them. */
type MetaCube = { name: string; type?: string; dimensions: { name: string }[] }

export type MetricsOptions = {
  martPath: (snapshot: string) => string
  /** The snapshot's own as-of day, YYYY-MM-DD. */
  asOf: (snapshot: string) => string
  /** Told of Cube's faults; may log them, must not pass them on to people. */
  onFault?: (what: string, error: string) => void
}

const MAXIMUM_ROWS = 50_000
const CACHED_ROWS = 300_000
const LOADS_BETWEEN_PRUNINGS = 50
const TRIES = 3

export class Metrics {
  readonly #gateway: Gateway
  readonly #asOf: MetricsOptions['asOf']
  readonly #refusals = new WeakMap<RequestContext, MetricsError>()
  #views: Promise<MetaCube[]> | undefined
  #known: MetaCube[] = []
  #loads = 0

  constructor({ martPath, asOf, onFault = () => undefined }: MetricsOptions) {
    this.#asOf = asOf
    this.#gateway = Gateway.open({
      martPath,
      onFault,
      queryRewrite: (query, context) => this.#rewrite(query, context),
    })
  }

  /** Compiles the model and opens the snapshot's mart, so that the first question is quick. */
  async warm(snapshot: string): Promise<void> {
    await this.load({ dimensions: ['regions.code'], limit: 1 }, operator(snapshot))
  }

  /** Cube's own REST answer to `load`, as bytes of JSON. Throws MetricsError. */
  async rest(query: unknown, queryType: unknown, security: SecurityContext): Promise<Buffer> {
    await this.#knowViews(security)
    const type = queryType === 'multi' ? 'multi' : undefined
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await this.#ask(structuredClone(query), type, contextOf(security))
      const failure = failureIn(answer)
      if (!failure) return answer.body
      if (!isStillRunning(failure)) throw toMetricsError(failure)
    }
    throw new MetricsError('unavailable', '查询时间过长，请缩小范围后再试。')
  }

  /** Cube's own REST answer to `meta`: the public views with their members. */
  async meta(security: SecurityContext): Promise<{ cubes: MetaCube[] }> {
    const context = contextOf(security)
    return new Promise((resolve, reject) => {
      const res = (message: unknown) => {
        const { cubes } = message as { cubes?: MetaCube[] }
        if (cubes) resolve({ cubes })
        else reject(new MetricsError('unavailable', '指标目录暂时无法读取，请稍后再试。'))
      }
      void this.#gateway.api.meta({ context, res, onlyViews: true })
    })
  }

  /**
   * Rows keyed by full member name: numbers as numbers, days as YYYY-MM-DD, missing as null.
   * Policies and query rules apply as on the REST route. Throws MetricsError.
   */
  readonly load: LoadMetrics = async (query, security) => {
    const asked = { limit: MAXIMUM_ROWS, ...query, responseFormat: 'compact' }
    const body = await this.rest(asked, undefined, security)
    const rows = toRows(JSON.parse(body.toString('utf8')) as CompactAnswer)
    if (rows.length >= MAXIMUM_ROWS)
      throw new MetricsError('bad_query', `结果超过 ${MAXIMUM_ROWS} 行，请缩小范围后再试。`)
    return rows
  }

  async close(): Promise<void> {
    await this.#gateway.shutdown()
  }

  #rewrite(query: Query, context: RequestContext): Query {
    const security = context.securityContext as SecurityContext
    const input = {
      context: security,
      views: new Set(this.#known.map(({ name }) => name)),
      dayViews: new Set(this.#known.filter(hasDay).map(({ name }) => name)),
      asOf: this.#asOf(security.snapshot),
    }
    try {
      return applyQueryRules(query as NormalizedQuery, input) as Query
    } catch (error) {
      if (error instanceof MetricsError) this.#refusals.set(context, error)
      throw error
    }
  }

  async #knowViews(security: SecurityContext): Promise<void> {
    this.#views ??= this.meta(operator(security.snapshot)).then(({ cubes }) => cubes)
    this.#known = await this.#views
  }

  async #ask(query: unknown, queryType: 'multi' | undefined, context: RequestContext) {
    const answers: Answer[] = []
    const res = async (message: unknown, extra?: { status: number }) => {
      answers.push(await toAnswer(message, extra?.status))
    }
    const request = { query, context, res, ...(queryType ? { queryType } : {}) }
    await this.#gateway.api.load(request as LoadRequest)
    await this.#prune(context)
    const refusal = this.#refusals.get(context)
    if (refusal) throw refusal
    const answer = answers.at(-1)
    if (!answer) throw new MetricsError('unavailable', '数据暂时无法读取，请稍后再试。')
    return answer
  }

  async #prune(context: RequestContext): Promise<void> {
    this.#loads += 1
    if (this.#loads % LOADS_BETWEEN_PRUNINGS !== 0) return
    await pruneCache(await this.#gateway.cacheOf(context), CACHED_ROWS)
  }
}

function hasDay({ name, dimensions }: MetaCube): boolean {
  return dimensions.some((dimension) => dimension.name === `${name}.as_of_day`)
}

function operator(snapshot: string): SecurityContext {
  return { user: 'operator', role: 'leader', region: '000000', snapshot }
}

function contextOf(security: SecurityContext): RequestContext {
  return { securityContext: checkSecurityContext(security), requestId: randomUUID() }
}
