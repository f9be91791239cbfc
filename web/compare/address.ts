/** The regions that stand side by side, and in what; null means the default of the data. */
export interface Compared {
  plan: string | null
  regions: string[]
  asOf: string | null
  snapshot: string | null
}

/** What the address says; without regions, the list is empty. */
export function readCompared(search: URLSearchParams): Compared {
  const regions = search.get('regions')?.split(',') ?? []
  return {
    plan: search.get('plan'),
    regions: regions.filter((code) => code !== ''),
    asOf: search.get('asOf'),
    snapshot: search.get('snapshot'),
  }
}

function address(path: string, parts: Record<string, string | null>): string {
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null)
  return `${path}?${new URLSearchParams(said).toString()}`
}

export function compareAddress({ plan, regions, asOf, snapshot }: Compared): string {
  return address('/compare', { plan, regions: regions.join(','), asOf, snapshot })
}

/** The address of one region's own page, in the same plan, on the same day and dataset. */
export function alone({ plan, asOf, snapshot }: Compared, region: string): string {
  return address('/region', { plan, region, asOf, snapshot })
}
