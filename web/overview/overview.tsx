import { useTranslation } from 'react-i18next'
import { OverScene } from './over-scene.tsx'
import { RegionPage } from './region-page.tsx'
import './overview.css'

/** The view for any region: what the data are, then whose they are, then the board itself. */
export function Overview() {
  const { t } = useTranslation()
  return <OverScene name={t('product.name')}>{(scene) => <RegionPage scene={scene} />}</OverScene>
}
