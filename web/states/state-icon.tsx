const PATHS = {
  failure: 'M20 5 36 34H4Z M20 16v9 M20 29v1',
  no_permission: 'M9 18h22v17H9Z M13 18v-5a7 7 0 0 1 14 0v5 M20 25v4',
  empty: 'M5 9h30v22H5Z M5 17h30 M12 24h10',
} as const

export function StateIcon({ kind }: { kind: keyof typeof PATHS }) {
  return (
    <svg className="state-icon" viewBox="0 0 40 40" width="48" height="48" aria-hidden="true">
      <path d={PATHS[kind]} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}
