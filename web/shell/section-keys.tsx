import { useEffect } from 'react'
import { isCommand } from '../statement/character-keys.ts'

const HEADINGS = 'main :is(h1, h2)'
const OVER_THE_PAGE = '[role=dialog], [role=alertdialog]'

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** A heading that is only heard is shown by its whole section. */
function placeOf(heading: HTMLElement): HTMLElement {
  const isHeard = heading.classList.contains('visually-hidden')
  return (isHeard ? heading.closest('section') : null) ?? heading
}

/** The heading next to the focus in that direction; from nowhere on, the first one. */
function nextHeading(forward: boolean): HTMLElement | undefined {
  const at = document.activeElement ?? document.body
  const headings = [...document.querySelectorAll<HTMLElement>(HEADINGS)]
  const shown = headings.filter((one) => one.checkVisibility()).map(placeOf)
  if (at === document.body) return shown[0]
  if (forward) return shown.find((one) => isBefore(at, one) && !at.contains(one))
  return shown.findLast((one) => isBefore(one, at) && one !== at)
}

/** `j` and `k` take the focus to the next and the previous heading: from there the section's own controls are near. */
export function SectionKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const forward = isCommand(event, 'j')
      if (!forward && !isCommand(event, 'k')) return
      if (document.querySelector(OVER_THE_PAGE) !== null) return
      const heading = nextHeading(forward)
      if (heading === undefined) return
      event.preventDefault()
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
      heading.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}
