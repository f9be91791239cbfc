import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What the address bar says is looked at; null means the default of the session or the data. */
export interface View {
  plan: string | null
  region: string | null
  indicator: string | null
  asOf: string | null
  /** Which statuses the list is narrowed to, joined by dots; without it, all. */
  status?: string | null
  /** The dataset, where it is not the current one. */
  snapshot?: string | null
}

const KEYS = ['plan', 'region', 'indicator', 'asOf', 'status', 'snapshot'] as const

export function readView(search: URLSearchParams): View {
  const [plan, region, indicator, asOf, status, snapshot] = KEYS.map((key) => search.get(key))
  return {
    plan: plan ?? null,
    region: region ?? null,
    indicator: indicator ?? null,
    asOf: asOf ?? null,
    ...(status ? { status } : {}),
    ...(snapshot ? { snapshot } : {}),
  }
}

export function viewAddress(view: View): string {
  const search = new URLSearchParams()
  for (const key of KEYS) {
    const value = view[key] ?? null
    if (value !== null) search.set(key, value)
  }
  return `/?${search.toString()}`
}

export function useView(): View {
  const [search] = useSearchParams()
  return useMemo(() => readView(search), [search])
}
