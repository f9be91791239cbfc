import { expect, it } from 'vitest'
import { prepareEnvironment } from '../../cube/environment.ts'

it('switches to production rules and the JavaScript planner', () => {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'development', CUBEJS_TELEMETRY: 'true' }
  prepareEnvironment(env)
  expect(env).toMatchObject({
    NODE_ENV: 'production',
    CUBEJS_TELEMETRY: 'false',
    CUBEJS_TESSERACT_SQL_PLANNER: 'false',
  })
})

it.each([
  { CUBEJS_DEV_MODE: 'true' },
  { CUBEJS_PLAYGROUND_AUTH_SECRET: 'x' },
  { CUBEJS_DEFAULT_API_SCOPES: 'sql' },
])('refuses to start with %o', (env) => {
  expect(() => prepareEnvironment({ ...env })).toThrow(Object.keys(env)[0])
})
