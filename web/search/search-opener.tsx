import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useSession } from '../shell/session.ts'
import { isCommand } from '../statement/character-keys.ts'
import { SearchContext } from './opening.ts'

const SearchDialog = lazy(() =>
  import('./search-dialog.tsx').then((at) => ({ default: at.SearchDialog })),
)

function isSearchKey(event: KeyboardEvent): boolean {
  const withControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
  return withControl || isCommand(event, '/')
}

/** `/` and Ctrl+K open the search on every page; what it takes is loaded only then. */
export function SearchOpener({ children }: { children: ReactNode }) {
  const { role } = useSession()
  const reads = role !== 'respondent'
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  useEffect(() => {
    if (!reads) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [reads])
  return (
    <SearchContext value={reads ? open : null}>
      {children}
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog close={() => setOpen(false)} />
        </Suspense>
      )}
    </SearchContext>
  )
}
