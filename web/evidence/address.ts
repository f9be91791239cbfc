/** Of which figure the evidence is asked for. */
interface Figure {
  plan: { plan: string }
  indicator: { code: string }
  region: { code: string }
  asOf: string
  snapshot: { id: string }
}

/** The day and the dataset stand in the address, so that it leads to the same figure later too. */
export function evidenceAddress({ plan, indicator, region, asOf, snapshot }: Figure): string {
  const parts = { plan: plan.plan, indicator: indicator.code, region: region.code, asOf }
  return `/evidence?${new URLSearchParams({ ...parts, snapshot: snapshot.id }).toString()}`
}
