import { spawnSync } from 'node:child_process'

/** What each command of the desktop comes in, by Debian's names. */
const packages: Record<string, string> = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  orca: 'orca',
  chromium: 'chromium',
  xdotool: 'xdotool',
  gsettings: 'libglib2.0-bin',
  'dbus-run-session': 'dbus-daemon',
}

const fonts = 'fonts-noto-cjk'

function isThere(command: string): boolean {
  return spawnSync('which', [command]).status === 0
}

function run(command: string, parts: string[]): void {
  const { status } = spawnSync(command, parts, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`${command} ${parts.join(' ')} 失败，请用 root 手工安装`)
}

/** Installs what the machine lacks. Throws an Error with the command that failed. */
export function installPackages(): void {
  const lacking = Object.keys(packages).filter((command) => !isThere(command))
  if (lacking.length === 0) return
  const names = [...lacking.map((command) => packages[command] ?? command), fonts, 'at-spi2-core']
  console.log(`安装 / Installing ${names.join(' ')}`)
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names])
}
