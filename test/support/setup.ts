import { afterAll, vi } from 'vitest'

/** What a file sets in the environment or puts in a function's place ends with it: the next shares its process. */
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
