import { isDay } from './days.ts'

/** Full-width characters become half-width, outer spaces go; empty, -, / and 无 mean missing. */
export function cleaned(raw: string | null | undefined): string | null {
  if (raw == null) return null
  const half = raw.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const text = half.replaceAll('　', ' ').trim()
  return ['', '-', '/', '无'].includes(text) ? null : text
}

const dateForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

export function dateFrom(text: string): string | null {
  const bare = text.replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/, '')
  for (const form of dateForms) {
    const [, year, month, day] = form.exec(bare) ?? []
    if (!year || !month || !day) continue
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(iso) ? iso : null
  }
  return null
}

export function numberFrom(text: string): number | null {
  const plain = /^[+-]?\d+(\.\d+)?$/.test(text)
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
  return plain || grouped ? Number(text.replaceAll(',', '')) : null
}

export function yesNoFrom(text: string): string | null {
  const word = text.toUpperCase()
  if (['是', '1', 'Y', 'TRUE'].includes(word)) return '是'
  return ['否', '0', 'N', 'FALSE'].includes(word) ? '否' : null
}

export function yearFrom(text: string): string | null {
  return /^(19|20)\d{2}$/.test(text) ? text : null
}

/** 1 to 4, Q1 to Q4, 第一季度 to 第四季度. */
export function quarterOfYearFrom(text: string): string | null {
  const place = ['第一季度', '第二季度', '第三季度', '第四季度'].indexOf(text)
  if (place >= 0) return String(place + 1)
  return /^Q?([1-4])$/.exec(text)?.[1] ?? null
}
