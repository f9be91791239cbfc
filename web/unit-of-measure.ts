import type { TFunction } from 'i18next'

/** What a measure of Cube counts, in the words of the page; nothing where it is a rate or not said. */
export function unitOf(
  t: TFunction,
  { unit }: { unit?: string | null | undefined },
): { unit?: string } {
  const words = unit == null ? '' : t(`unit.counted.${unit}`, { defaultValue: '' })
  return words === '' ? {} : { unit: words }
}
