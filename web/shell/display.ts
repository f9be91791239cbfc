/** Theme and contrast as attributes of the root element; 'system' follows the machine. */

export type Theme = 'system' | 'light' | 'dark'
export type Contrast = 'system' | 'high'

export interface Display {
  theme: Theme
  contrast: Contrast
}

const KEPT_AS = 'display'

export function keptDisplay(): Display {
  const [theme, contrast] = (localStorage.getItem(KEPT_AS) ?? '').split(' ')
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    contrast: contrast === 'high' ? 'high' : 'system',
  }
}

function matches(query: string): boolean {
  return window.matchMedia(query).matches
}

function apply({ theme, contrast }: Display): void {
  const dark = theme === 'dark' || (theme === 'system' && matches('(prefers-color-scheme: dark)'))
  const high = contrast === 'high' || matches('(prefers-contrast: more)')
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.dataset.contrast = high ? 'high' : 'standard'
}

export function changeDisplay(display: Display): void {
  localStorage.setItem(KEPT_AS, `${display.theme} ${display.contrast}`)
  apply(display)
}

/** Call once, before the first paint: applies what was kept and follows the machine; paper is light. */
export function startDisplay(): void {
  apply(keptDisplay())
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    window.matchMedia(query).addEventListener('change', () => apply(keptDisplay()))
  }
  window.addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light'
  })
  window.addEventListener('afterprint', () => apply(keptDisplay()))
}
