import { vi } from 'vitest'

/** Where files share their modules, another module in one's place would stay there for the next file. */
function refuse(): never {
  throw new Error(
    'This file puts other modules in their place: list it under APART in vitest.config.ts.',
  )
}

Object.assign(vi, { mock: refuse, doMock: refuse, resetModules: refuse })
