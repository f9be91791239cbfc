import { useTranslation } from 'react-i18next'
import { useValueWords } from '../value-words.ts'
import type { Attribute } from './chosen.ts'

/** Attributes and their values as they stand in the register; what was not filled in says so. */
export function useAttributeWords() {
  const { t } = useTranslation()
  const words = useValueWords((code) => code)
  const value = (attribute: Attribute, given: string | null): string =>
    words(attribute, given === '' ? null : given)
  const both = (attribute: Attribute, given: string) =>
    `${t(`persons.attribute.${attribute}`)}${t('list.colon')}${value(attribute, given)}`
  return { value, both }
}
