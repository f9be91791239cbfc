/** How long before its end a session is said to end. */
export const WARNED_MS = 5 * 60_000
