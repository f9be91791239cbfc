/** As wide as in overview.css: from here on the details stand beside the list, not under it. */
const BESIDE = '(min-width: 60em)'

export function isBeside(): boolean {
  return window.matchMedia(BESIDE).matches
}
