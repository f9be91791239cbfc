import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepCharacterKeys, keptCharacterKeys } from './character-keys.ts'

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
