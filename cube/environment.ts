/** What Cube reads from the environment when it is loaded and whenever it likes afterwards. */
const settings = {
  NODE_ENV: 'production',
  CUBEJS_DB_TYPE: 'duckdb',
  CUBEJS_DEV_MODE: 'false',
  CUBEJS_EXTERNAL_DEFAULT: 'false',
  CUBEJS_REFRESH_KEY_LOCAL_TIME: 'true',
  CUBEJS_SCHEDULED_REFRESH: 'false',
  CUBEJS_TELEMETRY: 'false',
  CUBEJS_TESSERACT_SQL_PLANNER: 'false',
}

const dangerous = [
  'CUBEJS_PLAYGROUND_AUTH_SECRET',
  'CUBEJS_AGENT_ENDPOINT_URL',
  'CUBEJS_EXT_DB_TYPE',
  'CUBEJS_DEFAULT_API_SCOPES',
]

/**
 * Sets Cube's own variables for this process: production rules, the JavaScript planner, no
 * telemetry. Throws where the machine's environment asks for something unsafe.
 */
export function prepareEnvironment(env: NodeJS.ProcessEnv = process.env): void {
  const found = dangerous.filter((name) => env[name])
  if (env['CUBEJS_DEV_MODE'] === 'true') found.push('CUBEJS_DEV_MODE')
  if (found.length > 0) throw new Error(`不安全的环境变量：${found.join('、')}。请取消后再启动。`)
  Object.assign(env, settings)
}
