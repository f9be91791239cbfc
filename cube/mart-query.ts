import { DuckDBDriver } from '@cubejs-backend/duckdb-driver'
import { PreAggregations, type BaseQuery } from '@cubejs-backend/schema-compiler'

const DuckDBQuery = DuckDBDriver.dialectClass() as unknown as typeof BaseQuery

/** A question is compared with none of the model's rollups: there are none. */
class NoRollups extends PreAggregations {
  override findPreAggregationForQuery(): undefined {
    return undefined
  }

  override canUseTransformedQuery(): undefined {
    return undefined
  }
}

/**
 * DuckDB's dialect for a model without rollups. Cube describes each question five times over, to compare
 * it with rollups even where a model has none: two thirds of what it takes to write a question's SQL.
 */
export class MartQuery extends DuckDBQuery {
  override newPreAggregations(): PreAggregations {
    return new NoRollups(this, [], undefined)
  }
}
