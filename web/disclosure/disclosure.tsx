import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import './disclosure.css'

interface DisclosureProps {
  words: string
  /** The button's name where its words alone do not say enough. */
  label?: string
  className: string
  /** At which of the button's ends the panel is flush. */
  at: 'start' | 'end'
  children: (close: () => void) => ReactNode
}

/** A button and the panel that it opens below it; what is in the panel is made only then. */
export function Disclosure({ words, label, className, at, children }: DisclosureProps) {
  const panel = useId()
  const { isOpen, turn, close, box, button, onBlur, onKeyDown } = useDisclosure()
  return (
    <div className="disclosure" ref={box} onBlur={onBlur} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={turn}
      >
        {words}
      </button>
      <div id={panel} className={`popover disclosure-${at}`} hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  )
}

/** Open until Escape, a press elsewhere, or until the focus goes on. */
function useDisclosure() {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isOutside = (target: EventTarget | null) =>
    target instanceof Node && box.current?.contains(target) !== true
  useEffect(() => {
    if (!isOpen) return
    const onPress = ({ target }: PointerEvent) => {
      if (isOutside(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen])
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (isOutside(relatedTarget)) setOpen(false)
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && isOpen) close()
  }
  return { isOpen, turn: () => setOpen(!isOpen), close, box, button, onBlur, onKeyDown }
}
