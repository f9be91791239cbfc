const KEPT_AS = 'character-keys'

/** Whether keys of one character (`?`, `/`, `j`, `k`) are commands; as chosen in this browser. */
export function keptCharacterKeys(): boolean {
  return localStorage.getItem(KEPT_AS) !== 'off'
}

export function keepCharacterKeys(on: boolean): void {
  localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
}

/** A letter or sign typed into a field is text, not a command (WCAG 2.1.4). */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null
}

/** The key is pressed as a command: not as text, and not turned off. */
export function isCommand(event: KeyboardEvent, key: string): boolean {
  if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return false
  return !isTyping(event) && keptCharacterKeys()
}
