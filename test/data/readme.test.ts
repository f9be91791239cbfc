import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const [english = [], chinese = []] = ['README.md', 'README.zh-CN.md'].map((file) =>
  readFileSync(file, 'utf8').split(/^## /m),
)

/** What no translation changes: commands, settings, files, places, and the seconds and sizes measured. */
function facts(section: string): string[] {
  const plain = section.replaceAll(/`npm run bench -- etl --inbox \S+`|\[-- \S+\]/g, '')
  const code = plain.match(/`[^`\n]+`/g) ?? []
  const links = plain.match(/\]\([^)]+\)/g)?.filter((link) => !link.includes('README')) ?? []
  const figures =
    plain.match(/(?<![\w.])\d+(?:\.\d+)?(?= (?:s|GB|min(?:utes)?|秒|分钟)\b| (?:秒|分钟))/g) ?? []
  return [...code, ...links, ...figures].filter((word) => !/^`<|^`INBOX|^`PORT/.test(word)).sort()
}

it('says the same in both languages, section by section', () => {
  expect(chinese).toHaveLength(english.length)
  for (const [at, section] of english.entries())
    expect(facts(chinese[at] ?? ''), section.slice(0, 20)).toEqual(facts(section))
})
