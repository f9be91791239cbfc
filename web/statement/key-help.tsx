import { useEffect, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isCommand, keepCharacterKeys, keptCharacterKeys } from './character-keys.ts'
import { Keys } from './keys.tsx'
import './statement.css'

/** `?` opens the list of keys, on every page. */
export function KeyHelp() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommand(event, '?')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <ModalOverlay className="key-help" isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal className="key-help-box">
        <Dialog>
          <Heading slot="title">{t('statement.keys')}</Heading>
          <Keys />
          <CharacterKeys />
          <Button slot="close" className="button">
            {t('statement.close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Keys of one character can be turned off, for those who dictate or press by mistake (WCAG 2.1.4). */
export function CharacterKeys() {
  const { t } = useTranslation()
  const [on, setOn] = useState(keptCharacterKeys)
  const change = (next: boolean) => {
    keepCharacterKeys(next)
    setOn(next)
  }
  return (
    <label className="key-choice">
      <input type="checkbox" checked={on} onChange={({ target }) => change(target.checked)} />
      {t('statement.characterKeys')}
    </label>
  )
}
