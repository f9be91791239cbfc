import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogBox } from './dialog.tsx'

interface ConfirmButtonProps {
  words: string
  /** What cannot be undone, told before it is done. */
  warning: string
  disabled?: boolean
  onConfirm: () => void
}

/** A button for what cannot be undone: it asks once more. */
export function ConfirmButton({ words, warning, disabled = false, onConfirm }: ConfirmButtonProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button" disabled={disabled} onClick={() => setOpen(true)}>
        {words}
      </button>
      <DialogBox title={words} role="alertdialog" isOpen={open} onClose={close}>
        <p>{warning}</p>
        <div className="dialog-actions">
          <Button
            className="button button-primary"
            onPress={() => {
              close()
              onConfirm()
            }}
          >
            {t('dialog.confirm', { words })}
          </Button>
          <Button autoFocus slot="close" className="button">
            {t('dialog.notNow')}
          </Button>
        </div>
      </DialogBox>
    </>
  )
}
