/** The product's mark: two bars and a target. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect x="1" y="8" width="16" height="6" fill="currentColor" />
      <rect x="1" y="18" width="22" height="6" className="mark-second" />
      <rect x="25" y="4" width="3" height="24" className="mark-target" />
    </svg>
  )
}
