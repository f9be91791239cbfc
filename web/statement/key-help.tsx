import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogBox } from '../dialog/dialog.tsx'
import { CharacterKeys } from './character-keys-choice.tsx'
import { Keys } from './keys.tsx'
import './statement.css'

/** The list of keys, over the page. */
export function KeyHelp({ close }: { close: () => void }) {
  const { t } = useTranslation()
  return (
    <DialogBox title={t('statement.keys')} isOpen onClose={close}>
      <Keys />
      <CharacterKeys />
      <Button slot="close" className="button">
        {t('statement.close')}
      </Button>
    </DialogBox>
  )
}
