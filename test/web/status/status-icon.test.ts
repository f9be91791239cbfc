import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StatusIcon } from '../../../web/status/status-icon.tsx'

const STATUSES = ['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data'] as const

/** 1.4.1; checklist A19. */
it('every status has a shape of its own', () => {
  const shapes = STATUSES.map((status) =>
    renderToStaticMarkup(createElement(StatusIcon, { status })),
  )
  expect(new Set(shapes).size).toBe(STATUSES.length)
})
