import { useTranslation } from 'react-i18next'

/**
 * A dimension's value in the page's language: codes of regions by name, what the extracts list by its
 * words; what nobody has translated as it is.
 */
export function useValueWords(regionName: (code: string) => string) {
  const { t } = useTranslation()
  return (name: string, value: string | null): string => {
    if (value === null) return t('evidence.breakdowns.unstated')
    if (name.endsWith('_code') || name === 'unit') return regionName(value)
    return t(`value.${name}.${value}`, value)
  }
}
