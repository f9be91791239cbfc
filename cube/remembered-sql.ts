import { isDeepStrictEqual } from 'node:util'
import type { CompilerApi } from '@cubejs-backend/server-core'
import { filled, marked, shapeOf, templateOf, type Sql, type Template } from './sql-templates.ts'

type GetSql = CompilerApi['getSql']
type Asked = Parameters<GetSql>[0]
type Options = Parameters<GetSql>[1]

type Written = Awaited<ReturnType<GetSql>>

/** What is known of a shape: that it was asked once, that it is written anew each time, or how. */
type Known = 'asked once' | 'written anew' | { written: Written; template: Template }

const most_shapes = 1000

const compared = [
  ...['sql', 'order', 'dataSource', 'external', 'memberNames', 'aliasNameToMember'],
  ...['timeDimensionAlias', 'timeDimensionField'],
]

/**
 * Cube's own writing of SQL, but for a question that differs from earlier ones in its filters' values
 * alone: there these are put in their places. Cube describes the whole question anew for each value, which
 * takes longer than DuckDB's answer. What is kept of a shape was compared with what Cube writes; where the
 * two differ it is written anew each time.
 */
export function rememberedSql(write: GetSql): GetSql {
  const shapes = new Map<string, Known>()
  const keep = (key: string, known: Known) => {
    shapes.delete(key)
    shapes.set(key, known)
    const [oldest] = shapes.keys()
    if (shapes.size > most_shapes && oldest !== undefined) shapes.delete(oldest)
  }

  return async (query, options = {}) => {
    const shape = shapeOf(withoutAsker(query))
    if (shape === null) return write(query, options)
    const key = JSON.stringify([shape.key, { ...options, requestId: undefined }])
    const known = shapes.get(key)
    if (typeof known === 'object') {
      keep(key, known)
      return { ...known.written, sql: filled(known.template, shape.values) }
    }
    const written = await write(query, options)
    if (known === undefined) keep(key, 'asked once')
    else if (known === 'asked once') {
      keep(key, 'written anew')
      void learn(write, query, options, written, shape.values).then((template) => {
        if (template) keep(key, { written, template })
      })
    }
    return written
  }
}

/** Null where Cube writes a question of the shape in another way than the template. */
async function learn(
  write: GetSql,
  query: Asked,
  options: Options,
  written: Written,
  values: string[],
): Promise<Template | null> {
  const { question, marks } = marked(query)
  const other = await write(question, options).catch(() => null)
  const template = other && templateOf(other.sql as Sql, marks)
  if (!template) return null
  const again = { ...other, sql: filled(template, values) }
  return isDeepStrictEqual(told(again), told(written)) ? template : null
}

/** Who asks decides only over filters, which are the question's own by now. */
function withoutAsker(query: Asked): Asked {
  return { ...query, requestId: undefined, contextSymbols: undefined } as unknown as Asked
}

/** All that may differ between two questions of one shape. */
function told(written: Written): unknown[] {
  const parts: Record<string, unknown> = { ...written }
  return compared.map((name) => parts[name])
}
