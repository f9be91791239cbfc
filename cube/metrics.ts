import { randomUUID } from 'node:crypto'
import type { RequestContext } from '@cubejs-backend/server-core'
import {
  failureIn,
  isAskersFault,
  isStillRunning,
  toAnswer,
  toMetricsError,
  type Answer,
} from './answers.ts'
import { AnswerCache, pruneCache } from './cache.ts'
import { wholeTable, type Crossing } from './crossing.ts'
import { Gateway, type Query } from './gateway.ts'
import { hiddenIn, withHidden, type Hidden } from './hidden-cells.ts'
import { MetricsError } from './metrics-error.ts'
import type { NormalizedQuery } from './normalized-query.ts'
import { applyQueryRules, type RulesInput } from './query-rules.ts'
import type { MetricsQuery } from './query.ts'
import { rowsIn, toRows, type Columns, type MetricsRow } from './rows.ts'
import { checkSecurityContext, type SecurityContext } from './security-context.ts'

export type { Filter, MetricsQuery } from './query.ts'
export type { Columns, MetricsRow } from './rows.ts'
export type { Role, SecurityContext } from './security-context.ts'

type Load<Answer> = (query: MetricsQuery, context: SecurityContext) => Promise<Answer>

/** Reads rows; `columns` the same by column, for what is too long to make an object of each row. */
export type LoadMetrics = Load<MetricsRow[]> & { columns: Load<Columns> }

type LoadRequest = Parameters<Gateway['api']['load']>[0]

/** What Cube's gateway hands back for a question's SQL: the text and what its marks stand for. */
type WrittenByCube = { sql: [string, unknown[]] }

type Member = { name: string; type: string; meta?: { unit?: string } }

/** A statement with `?` for each parameter. */
type Sql = { text: string; parameters: string[] }

/** A view's name and members, as Cube's meta lists them. */
type MetaCube = {
  name: string
  type?: string
  dimensions: Member[]
  measures: Member[]
  meta?: { quarter_ends_only?: boolean }
}

/** A question as Cube writes it for the mart; `members` in the order of the SELECT. */
type Written = { text: string; values: unknown[]; members: string[] }

export type MetricsOptions = {
  martPath: (snapshot: string) => string
  /** The snapshot's own as-of day, YYYY-MM-DD. */
  asOf: (snapshot: string) => string
  /** Told of Cube's faults; may log them, must not pass them on to people. */
  onFault?: (what: string, error: string) => void
}

/** Every leaf region of the nation, on each of a plan's quarters' ends, for several indicators at once. */
const MAXIMUM_ROWS = 1_000_000
const CACHED_ROWS = 300_000
const CACHED_CELLS = 4_000_000
const LOADS_BETWEEN_PRUNINGS = 50
const TRIES = 3

export class Metrics {
  readonly #gateway: Gateway
  readonly #asOf: MetricsOptions['asOf']
  readonly #refusals = new WeakMap<RequestContext, MetricsError>()
  readonly #crossings = new WeakMap<RequestContext, Crossing>()
  /** Those of the product's own questions for a whole table, of which nothing leaves it unhidden. */
  readonly #wholes = new WeakSet<RequestContext>()
  readonly #onFault: (what: string, error: string) => void
  readonly #answers = new AnswerCache<Columns>(CACHED_CELLS, cellsIn)
  #reading: Promise<MetaCube[]> | undefined
  #views: RulesInput['views'] = new Map()
  #known: MetaCube[] = []
  #numeric = new Set<string>()
  #loads = 0

  constructor({ martPath, asOf, onFault = () => undefined }: MetricsOptions) {
    this.#asOf = asOf
    this.#onFault = onFault
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
    const context = contextOf(security)
    const body = await this.#answer(query, type, context)
    const crossing = this.#crossings.get(context)
    if (crossing === undefined) return body
    if (Array.isArray(query))
      throw new MetricsError(
        'suppressed',
        '市县数据按个人特征交叉时，一次只能查询一个，请分开查询。',
      )
    return withHidden(body, crossing, await this.#hiddenIn(crossing, security))
  }

  async #answer(query: unknown, type: 'multi' | undefined, context: RequestContext) {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await this.#ask(structuredClone(query), type, context)
      const failure = failureIn(answer)
      if (!failure) return answer.body
      if (!isStillRunning(failure)) throw toMetricsError(failure)
    }
    throw new MetricsError('unavailable', '查询时间过长，请缩小范围后再试。')
  }

  /** Which counts of a crossing are hidden: the same whoever asks for whatever part of its table. */
  async #hiddenIn(crossing: Crossing, security: SecurityContext): Promise<Hidden> {
    const view = this.#known.find(({ name }) => name === crossing.view)
    const persons = (view?.measures ?? [])
      .filter(({ meta }) => ['人', '人次', '次'].includes(meta?.unit ?? ''))
      .map(({ name }) => name)
    const context = contextOf(security)
    this.#wholes.add(context)
    const written = await this.#write(wholeTable(crossing, persons), context)
    const rows = toRows(await this.#read(security.snapshot, written))
    return hiddenIn(rows, crossing, persons)
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

  /** The SQL that Cube makes of a query under the same policies and rules, and its parameters. Throws MetricsError. */
  async sql(query: MetricsQuery, security: SecurityContext): Promise<Sql> {
    await this.#knowViews(security)
    const { text, values } = await this.#write(query, contextOf(security))
    return { text, parameters: values.map(String) }
  }

  /**
   * Rows keyed by full member name: numbers as numbers, days as YYYY-MM-DD, missing as null.
   * Policies and query rules apply as on the REST route: Cube writes the SQL, and the mart answers by
   * column, without the REST answer's way through JSON. All that an answer depends on is its key: a
   * snapshot never changes, and policies read role and region only. Throws MetricsError.
   */
  readonly load: LoadMetrics = Object.assign(
    async (query: MetricsQuery, security: SecurityContext) =>
      toRows(await this.#columns(query, security)),
    { columns: (query: MetricsQuery, security: SecurityContext) => this.#columns(query, security) },
  )

  async #columns(query: MetricsQuery, security: SecurityContext): Promise<Columns> {
    const { role, region, snapshot } = checkSecurityContext(security)
    if ((query.limit ?? 0) >= MAXIMUM_ROWS) throw tooManyRows()
    const key = JSON.stringify([role, region, snapshot, query])
    const columns = await this.#answers.get(key, async () => {
      await this.#knowViews(security)
      const context = contextOf(security)
      const written = await this.#write({ limit: MAXIMUM_ROWS, ...query }, context)
      if (this.#crossings.has(context)) throw notHere()
      return this.#read(snapshot, written)
    })
    if (rowsIn(columns) >= MAXIMUM_ROWS) throw tooManyRows()
    return columns
  }

  /** The SQL that Cube writes for a question, row filters and query rules in it. */
  async #write(query: MetricsQuery, context: RequestContext): Promise<Written> {
    const messages: { message: unknown; status: number }[] = []
    const res = (message: unknown, extra?: { status: number }) => {
      messages.push({ message, status: extra?.status ?? 200 })
    }
    const request = { query: structuredClone(query), context, res, disableLimitEnforcing: true }
    await this.#gateway.api.sql(request)
    const refusal = this.#refusals.get(context)
    if (refusal) throw refusal
    const { message, status } = messages.at(-1) ?? { message: {}, status: 500 }
    const { sql, error = '' } = message as { sql?: WrittenByCube; error?: string }
    if (sql === undefined) throw toMetricsError({ status, error })
    const [text, values] = sql.sql
    const members = [...(query.dimensions ?? []), ...(query.measures ?? [])]
    return { text, values, members }
  }

  async #read(snapshot: string, { text, values, members }: Written): Promise<Columns> {
    try {
      const columns = await this.#gateway.driverOf(snapshot).columns(text, values)
      return new Map(
        members.map((member, at) => {
          const cells = columns[at] ?? []
          const isNumber = this.#numeric.has(member)
          return [
            member,
            isNumber ? cells.map((cell) => (cell === null ? null : Number(cell))) : cells,
          ]
        }),
      )
    } catch (cause) {
      const error = String(cause)
      if (!isAskersFault(error)) this.#onFault('Cannot read the mart', error)
      throw toMetricsError({ status: 500, error })
    }
  }

  async close(): Promise<void> {
    await this.#gateway.shutdown()
  }

  #rewrite(query: Query, context: RequestContext): Query {
    const security = context.securityContext as SecurityContext
    const input = { context: security, views: this.#views, asOf: this.#asOf(security.snapshot) }
    try {
      const ruled = applyQueryRules(query as NormalizedQuery, input)
      if (ruled.crossing && !this.#wholes.has(context)) this.#crossings.set(context, ruled.crossing)
      return ruled.query as Query
    } catch (error) {
      if (error instanceof MetricsError) this.#refusals.set(context, error)
      throw error
    }
  }

  async #knowViews(security: SecurityContext): Promise<void> {
    this.#reading ??= this.meta(operator(security.snapshot)).then(({ cubes }) => cubes)
    if (this.#known === (await this.#reading)) return
    this.#known = await this.#reading
    const members = this.#known.flatMap(({ dimensions, measures }) => [...dimensions, ...measures])
    this.#numeric = new Set(members.filter(({ type }) => type === 'number').map(({ name }) => name))
    this.#views = new Map(
      this.#known.map(({ name, dimensions, meta }) => {
        const named = new Set(dimensions.map((dimension) => dimension.name))
        return [name, { members: named, quarterEndsOnly: meta?.quarter_ends_only === true }]
      }),
    )
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

function tooManyRows(): MetricsError {
  return new MetricsError('bad_query', `结果超过 ${MAXIMUM_ROWS} 行，请缩小范围后再试。`)
}

/** Rows cannot say which of them are hidden: the REST answer does. */
function notHere(): MetricsError {
  return new MetricsError(
    'suppressed',
    '市县数据按个人特征交叉，只能由 /cubejs-api/v1/load 查询，小于 5 的数隐去。',
  )
}

function cellsIn(columns: Columns): number {
  return columns.size * rowsIn(columns)
}

function operator(snapshot: string): SecurityContext {
  return { user: 'operator', role: 'leader', region: '000000', snapshot }
}

function contextOf(security: SecurityContext): RequestContext {
  return { securityContext: checkSecurityContext(security), requestId: randomUUID() }
}
