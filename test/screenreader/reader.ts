import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'

const here = import.meta.dirname

/** Orca before the product in a real window: keys go in through the screen, words come out. */
export interface Reader {
  page: Page
  /** Presses keys of the keyboard, by their X names: `h`, `Tab`, `shift+alt+Right`. */
  press: (...keys: string[]) => Promise<void>
  /** All that was said since the last call of `listen`. */
  heard: () => string[]
  listen: () => void
  /** Waits until something said since `listen` fits. Throws with what was said instead. */
  hears: (wanted: RegExp) => Promise<string>
  close: () => Promise<void>
}

/** The words of each `SPEECH OUTPUT: '…'` line, which may run over several lines. */
function spoken(log: string): string[] {
  return [...log.matchAll(/SPEECH OUTPUT: '([\s\S]*?)' ?(?:\[?\{|$)/gm)].map(
    ([, words = '']) => words,
  )
}

export async function openReader(address: string, turn: number): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'screenreader-'))
  cpSync(join(here, 'orca'), join(folder, 'orca'), { recursive: true })
  const port = 9400 + turn
  const environment = {
    ...process.env,
    ...{ DISPLAY: `:${String(90 + turn)}`, FOLDER: folder, PORT: String(port), ADDRESS: address },
    ...{ LANG: 'C.UTF-8', GTK_MODULES: 'gail:atk-bridge', ACCESSIBILITY_ENABLED: '1' },
  }
  const desktop = spawn('dbus-run-session', ['--', 'sh', join(here, 'desktop.sh')], {
    env: environment,
    detached: true,
    stdio: 'ignore',
  })
  const browser = await connect(port)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('Chromium 没有打开页面')
  page.setDefaultTimeout(30_000)
  const log = join(folder, 'speech.log')
  const words = () => (existsSync(log) ? spoken(readFileSync(log, 'utf8')) : [])
  let from = 0
  const heard = () => words().slice(from)
  return {
    page,
    heard,
    listen: () => void (from = words().length),
    press: (...keys) => press(keys, environment, log),
    hears: (wanted) => hears(heard, wanted),
    close: () => close(browser, desktop, folder),
  }
}

async function connect(port: number): Promise<Browser> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`)
    } catch (error) {
      if (tries === 120) throw error
      await wait(500)
    }
  }
}

/** A person presses a key when the reader is silent, and waits until it has been answered. */
async function press(keys: string[], env: NodeJS.ProcessEnv, log: string): Promise<void> {
  for (const key of keys) {
    await silence(log)
    execFileSync('xdotool', ['key', '--clearmodifiers', key], { env })
    await wait(500)
  }
  await silence(log)
}

/** Until Orca has had nothing to do for a second, at most half a minute. */
async function silence(log: string): Promise<void> {
  for (let size = -1, tries = 0; tries < 30; tries += 1) {
    const now = statSync(log).size
    if (now === size) return
    size = now
    await wait(600)
  }
}

async function hears(heard: () => string[], wanted: RegExp): Promise<string> {
  for (let tries = 0; tries < 240; tries += 1) {
    const found = heard().find((words) => wanted.test(words))
    if (found !== undefined) return found
    await wait(250)
  }
  throw new Error(`没有读出 ${String(wanted)}；读出的是：\n${heard().join('\n')}`)
}

async function close(browser: Browser, desktop: ChildProcess, folder: string): Promise<void> {
  await browser.close().catch(() => undefined)
  if (desktop.pid !== undefined) process.kill(-desktop.pid, 'SIGKILL')
  await wait(500)
  rmSync(folder, { recursive: true, force: true })
}
