import { lazy, Suspense, useEffect, useState } from 'react'
import { isCommand } from './character-keys.ts'

const KeyHelp = lazy(() => import('./key-help.tsx').then((at) => ({ default: at.KeyHelp })))

/** `?` opens the list of keys, on every page; what it takes is loaded only then. */
export function KeyHelpOpener() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommand(event, '?')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <KeyHelp close={() => setOpen(false)} />
    </Suspense>
  )
}
