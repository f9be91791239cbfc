import { useTranslation } from 'react-i18next'

/** A dimension's value in words: codes of regions and of the register by name, others as they are. */
export function useValueWords(regionName: (code: string) => string) {
  const { t } = useTranslation()
  return (name: string, value: string | null): string => {
    if (value === null) return t('evidence.breakdowns.unstated')
    if (name.endsWith('_code') || name === 'unit') return regionName(value)
    return t(`evidence.value.${name}.${value}`, value)
  }
}
