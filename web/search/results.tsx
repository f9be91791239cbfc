import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Found, FoundIndicator, FoundRegion } from '../api-search.ts'
import { pick } from '../format.ts'

/** The region's name, then where it lies, then whether it may be opened. */
function RegionItem({ region }: { region: FoundRegion }) {
  const { t } = useTranslation()
  const above = region.path.slice(1, -1).map(({ name }) => name)
  const refused = region.access === 'refused' ? [t('missing.no_permission')] : []
  const more = [...above, ...refused].join(t('list.comma'))
  return (
    <ListBoxItem
      id={`region ${region.code}`}
      className="search-item"
      textValue={[region.name, more].filter((part) => part !== '').join(t('list.comma'))}
    >
      <span>{region.name}</span>
      <span className="search-more">{more}</span>
    </ListBoxItem>
  )
}

function IndicatorItem({ indicator }: { indicator: FoundIndicator }) {
  const { t, i18n } = useTranslation()
  const name = pick(i18n.language, indicator.name)
  const plan = pick(i18n.language, indicator.planName)
  return (
    <ListBoxItem
      id={`indicator ${indicator.plan} ${indicator.code}`}
      className="search-item"
      textValue={`${name}${t('list.comma')}${plan}`}
    >
      <span>{name}</span>
      <span className="search-more">{plan}</span>
    </ListBoxItem>
  )
}

interface ResultsProps {
  found: Found
  onChoose: (id: string) => void
}

/** What was found, under two headings; empty groups are left out. */
export function Results({ found, onChoose }: ResultsProps) {
  const { t } = useTranslation()
  const { indicators, regions } = found
  return (
    <ListBox
      className="search-list"
      aria-label={t('search.results')}
      selectionMode="none"
      onAction={(key) => onChoose(String(key))}
      renderEmptyState={() => <p className="search-none">{t('search.nothing')}</p>}
    >
      {indicators.length > 0 && (
        <ListBoxSection id="indicators">
          <Header className="search-group">{t('search.indicators')}</Header>
          <Collection>
            {indicators.map((indicator) => (
              <IndicatorItem key={`${indicator.plan} ${indicator.code}`} indicator={indicator} />
            ))}
          </Collection>
        </ListBoxSection>
      )}
      {regions.length > 0 && (
        <ListBoxSection id="regions">
          <Header className="search-group">{t('search.regions')}</Header>
          <Collection>
            {regions.map((region) => (
              <RegionItem key={region.code} region={region} />
            ))}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}
