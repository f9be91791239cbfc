export const QUIET_MS = 600
const MOST_MS = 3000

/**
 * Calls `say` once nothing on the page has changed for 0.6 s, after 3 s in any case: a
 * screen reader that is told a hundred changes at once (Orca drops what comes beyond) would lose the words
 * among them. Returns how to give up.
 */
export function whenQuiet(say: () => void): () => void {
  const stop = () => {
    watch.disconnect()
    window.clearTimeout(quiet)
    window.clearTimeout(most)
  }
  const end = () => {
    stop()
    say()
  }
  const watch = new MutationObserver(() => {
    window.clearTimeout(quiet)
    quiet = window.setTimeout(end, QUIET_MS)
  })
  let quiet = window.setTimeout(end, QUIET_MS)
  const most = window.setTimeout(end, MOST_MS)
  watch.observe(document.body, { childList: true, characterData: true, subtree: true })
  return stop
}
