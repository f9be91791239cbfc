/** From one dataset to another, over the plan, region, indicator and day of the page that is open. */
export function differenceAddress(open: URLSearchParams, from: string, to: string): string {
  const kept = ['plan', 'region', 'indicator', 'asOf'].flatMap((key) => {
    const value = open.get(key)
    return value === null ? [] : [[key, value]]
  })
  const day = open.get('asOf')
  const parts = [...kept, ['fromSnapshot', from], ['snapshot', to]]
  if (day !== null) parts.push(['from', day])
  return `/difference?${new URLSearchParams(parts).toString()}`
}
