/** Of which region and indicator a question is being written. */
export interface Subject {
  plan: string
  region: string
  indicator: string
  asOf: string
}

export function askAddress(subject: Subject): string {
  return `/inquiries?${new URLSearchParams({ ask: '1', ...subject }).toString()}`
}

/** The figure asked about on its region's page, as it is now. */
export function figureAddress({ plan, region, indicator }: Omit<Subject, 'asOf'>): string {
  return `/region?${new URLSearchParams({ plan, region, indicator }).toString()}`
}

/** What is asked about, where the address says all of it. */
export function readSubject(search: URLSearchParams): Subject | null {
  if (search.get('ask') === null) return null
  const [plan, region, indicator, asOf] = ['plan', 'region', 'indicator', 'asOf'].map((key) =>
    search.get(key),
  )
  return plan && region && indicator && asOf ? { plan, region, indicator, asOf } : null
}
