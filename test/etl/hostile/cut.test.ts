import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { lines, withStaged } from '../staged-inbox.ts'
import { encodings, texts } from './whole-files.ts'

const folder = '2018Q2/440000'

/** Every accepted row by its place in its file, as `<file> | <line>` and then its values. */
async function accepted(files: Map<string, Uint8Array>): Promise<string[][]> {
  const rows = await withStaged(Object.fromEntries(files), (staged) =>
    lines(
      staged,
      `select f.path, t.line, to_json(t) from staging.file f join (
        select * exclude (submitted_order) from staging.training) t using (file_id)`,
    ),
  )
  return rows.map((row) => row.replace(/"file_id":\d+,/, '').split(' | '))
}

function cuts(texts: Buffer[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const [text, bytes] of texts.entries()) {
    for (let end = 0; end <= bytes.length; end += 1) {
      files.set(`${folder}/training-${text}-${end}.csv`, bytes.subarray(0, end))
    }
  }
  return files
}

test.each(Object.entries(encodings))(
  'a file in %s, cut at every byte, is refused or exact',
  async (_, encode) => {
    const whole = texts.map(encode)
    const files = cuts(whole)
    const found = await accepted(files)
    const exact = new Map<string, string>()
    for (const [path = '', line = '', values = ''] of found) {
      const [, text = '', end = ''] = /-(\d)-(\d+)\.csv/.exec(path) ?? []
      if (Number(end) === whole[Number(text)]?.length) exact.set(`${text} ${line}`, values)
    }
    const wrong = found.filter(([path = '', line = '', values]) => {
      const [, text = ''] = /-(\d)-(\d+)\.csv/.exec(path) ?? []
      return exact.get(`${text} ${line}`) !== values
    })
    expect(exact.size).toBe(4 * texts.length)
    expect(wrong).toEqual([])
    expect(files.size).toBeGreaterThan(1_900)
  },
)

test('a workbook, cut at every byte, is refused', async () => {
  const path = join(import.meta.dirname, '..', 'bad-files', 'files', 'training-100-plain.xlsx')
  const whole = readFileSync(path)
  const files = Array.from({ length: whole.length + 1 }, (_, end) => [
    `${folder}/training-${end}.xlsx`,
    whole.subarray(0, end),
  ])
  const accepted = await withStaged(Object.fromEntries(files) as Record<string, Buffer>, (staged) =>
    lines(staged, `select path from staging.file where fate = 'accepted'`),
  )
  expect(accepted).toEqual([`${folder}/training-${whole.length}.xlsx`])
})
