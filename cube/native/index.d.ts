export interface TransformData {
  /** SQL column alias → member name. */
  aliasToMemberNameMap: Record<string, string>
  /** Members the asker may see; one that is absent here is refused. */
  annotation: Record<string, { type: string }>
  query: {
    measures?: unknown[]
    dimensions?: unknown[]
    timeDimensions?: { dimension: string; granularity?: string; dateRange?: [string, string] }[]
  }
  queryType: 'regularQuery' | 'compareDateRangeQuery' | 'blendingQuery'
  resType?: 'default' | 'compact' | 'columnar'
}

export interface JsRawColumnarData {
  members: string[]
  columns: unknown[][]
}

export interface DataResult {
  isWrapper: boolean
  getFinalResult(): Promise<unknown>
  getRawData(): unknown[]
  getTransformData(): unknown[]
  getRootResultObject(): unknown[]
  getResults(): ResultWrapper[]
}

export declare function rowsToColumnar(rawData: unknown): JsRawColumnarData
export declare function rowsToColumnarBuffer(rawData: unknown): Buffer

export declare class ResultWrapper implements DataResult {
  constructor(input: unknown)
  readonly isWrapper: boolean
  readonly isNative: boolean
  cached: boolean
  get length(): number
  [Symbol.iterator](): Iterator<unknown>
  toJSON(): unknown[]
  setTransformData(transformData: unknown): void
  setRootResultObject(root: unknown): void
  getFinalResult(): Promise<ArrayBuffer>
  getRawData(): unknown[]
  getTransformData(): unknown[]
  getRootResultObject(): unknown[]
  getResults(): ResultWrapper[]
}

declare class ResultWrappers {
  constructor(results: ResultWrapper[], root?: unknown)
  readonly isWrapper: boolean
  getRawData(): unknown[]
  getTransformData(): unknown[]
  getRootResultObject(): unknown[]
  getResults(): ResultWrapper[]
}

export declare class ResultMultiWrapper extends ResultWrappers implements DataResult {
  constructor(results: ResultWrapper[], root: { queryType: string; slowQuery?: boolean })
  getFinalResult(): Promise<ArrayBuffer>
}

export declare class ResultArrayWrapper extends ResultWrappers implements DataResult {
  getFinalResult(): Promise<[unknown[], unknown[], unknown[]]>
}

/** Bytes of JSON: `root` without null fields, plus `data`. Throws on a hidden member. */
export declare function getFinalQueryResult(
  transformData: TransformData,
  raw: unknown,
  root: object,
): Promise<ArrayBuffer>

/** Bytes of JSON: {queryType, results, pivotQuery, slowQuery}. */
export declare function getFinalQueryResultMulti(
  transformDatas: TransformData[],
  raws: unknown[],
  responseData: { queryType: string; results: object[]; slowQuery?: boolean },
): Promise<ArrayBuffer>

export declare function redactSqlLiterals(sql: string): string
export declare function isFallbackBuild(): boolean
export declare function setupLogger(...ignored: unknown[]): void
export declare function resetLogger(...ignored: unknown[]): void

export interface JinjaEngine {
  loadTemplate(name: string, content: string): void
  renderTemplate(name: string, context: unknown, python: unknown): Promise<string>
}

export declare class NativeInstance {
  newJinjaEngine(options?: unknown): JinjaEngine
}
