const KEPT_AS = 'character-keys'

/** Whether keys of one character (`?`, `/`) are commands; as chosen in this browser. */
export function keptCharacterKeys(): boolean {
  return localStorage.getItem(KEPT_AS) !== 'off'
}

export function keepCharacterKeys(on: boolean): void {
  localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
}
