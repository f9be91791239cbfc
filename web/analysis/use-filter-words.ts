import { useTranslation } from 'react-i18next'
import type { Member } from '../api-metrics.ts'
import { pick } from '../format.ts'
import { useValueWords } from '../value-words.ts'
import type { Question } from './address.ts'
import type { Asking } from './analysis.tsx'
import { dimensionsOf, shortName } from './cube-query.ts'
import { useRegionNames } from './use-region-names.ts'

/** A filter and a dimension as they are read: 性别：女, 性别. */
export function useFilterWords({
  view,
  snapshot,
  asOf,
}: Pick<Asking, 'view' | 'snapshot' | 'asOf'>) {
  const { t, i18n } = useTranslation()
  const words = useValueWords(useRegionNames(snapshot.id, asOf))
  const title = ({ shortTitle, meta }: Member) =>
    pick(i18n.language, { zh: shortTitle, en: meta?.en ?? shortTitle })
  const titleOf = (name: string) => {
    const known = dimensionsOf(view).find((one) => shortName(one.name) === name)
    return known === undefined ? name : title(known)
  }
  const said = ({ name, value }: Question['filters'][number]) =>
    t('analysis.filter', { name: titleOf(name), value: words(name, value) })
  return { said, title, words }
}
