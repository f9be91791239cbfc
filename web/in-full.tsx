interface InFullProps {
  /** As it is read at a glance. */
  short: string
  full: string
}

/** A figure that is shortened for the eye, and told in full to whoever listens. */
export function InFull({ short, full }: InFullProps) {
  if (short === full) return short
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{full}</span>
    </>
  )
}
