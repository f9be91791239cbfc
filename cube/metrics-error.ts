export type MetricsErrorCode = 'no_permission' | 'suppressed' | 'bad_query' | 'unavailable'

const statuses: Record<MetricsErrorCode, number> = {
  no_permission: 403,
  suppressed: 403,
  bad_query: 400,
  unavailable: 503,
}

/** A question that gets no figures; `message` is a sentence for the person who asked. */
export class MetricsError extends Error {
  readonly code: MetricsErrorCode
  readonly status: number
  /** Cube's mark of an error that is the asker's, not its own. */
  readonly type = 'UserError'

  constructor(code: MetricsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.status = statuses[code]
  }
}
