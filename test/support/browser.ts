import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium as engine } from 'playwright-core'
import { prepared } from './prepared.ts'

/** Runs `work` with these variables in the environment, and puts back what was there. */
async function withEnvironment(
  variables: Record<string, string>,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    await work()
  } finally {
    for (const name of Object.keys(process.env))
      if (!(name in before)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
}

/** The Chromium that npm brought, unpacked with the few libraries that a bare machine lacks. */
async function unpacked(): Promise<string> {
  return prepared('browser', ['node_modules/@sparticuz/chromium/package.json'], (folder) =>
    withEnvironment({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
      const { default: chromium } = await import('@sparticuz/chromium')
      await chromium.executablePath()
    }),
  )
}

function libraries(folder: string): Record<string, string> {
  const environment = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  if (existsSync('/etc/fonts/fonts.conf')) return environment
  return { ...environment, FONTCONFIG_PATH: join(folder, 'fonts') }
}

/** The one place that opens a browser. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked()
  return engine.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...libraries(folder) },
  })
}
