import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogBox } from '../dialog/dialog.tsx'
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
    <DialogBox title={t('statement.keys')} isOpen={open} onClose={() => setOpen(false)}>
      <Keys />
      <CharacterKeys />
      <Button slot="close" className="button">
        {t('statement.close')}
      </Button>
    </DialogBox>
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
