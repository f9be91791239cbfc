import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReportServer, type ReportServer } from './report-server.ts'

let server: ReportServer
let parts: Record<string, Uint8Array>
let annexes: Record<string, Uint8Array>
let title: string

beforeAll(async () => {
  server = await openReportServer()
  const order = { kind: 'midterm', plan: '13-5', asOf: '2018-06-30', region: '000000' }
  const { body } = await server.ask('wang', '/api/reports', order)
  title = String(body['title'])
  const path = `/api/reports/${String(body['id'])}`
  parts = unzipSync((await server.ask('wang', `${path}/document`)).bytes)
  annexes = unzipSync((await server.ask('wang', `${path}/annexes`)).bytes)
})

afterAll(() => server.close())

function part(name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array())
}

function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map(([whole, inner]) => inner ?? whole)
}

function textOf(xml: string): string {
  return all(xml, /<w:t[^>]*>([^<]*)<\/w:t>/g).join('')
}

/** Checklist A30 for the report as a Word document, as the workbook and the CSV are read back elsewhere. */
describe('the report as a Word document', () => {
  it('has its title, as a property and as its first heading', () => {
    expect(part('docProps/core.xml')).toContain(`<dc:title>${title}</dc:title>`)
    const first = all(part('word/document.xml'), /<w:p[ >][^]*?<\/w:p>/g)[0] ?? ''
    expect(first).toContain('<w:pStyle w:val="Title"/>')
    expect(textOf(first)).toBe(title)
  })

  it('says that it is Chinese', () => {
    expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/)
  })

  it('has headings by their styles, of which none is left out and no level is jumped', () => {
    const paragraphs = all(part('word/document.xml'), /<w:p[ >][^]*?<\/w:p>/g)
    const levels = paragraphs.flatMap((paragraph) =>
      all(paragraph, /<w:pStyle w:val="Heading(\d)"\/>/g).map(Number),
    )
    expect(levels.length).toBeGreaterThan(5)
    const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
    const numbered = paragraphs.filter((one) =>
      /^([一二三四五六七八九十]+、|（[一二三四五]）)/.test(textOf(one)),
    )
    expect(numbered.filter((one) => !one.includes('w:val="Heading'))).toEqual([])
  })

  it('has tables with a row of headers, a name, and neither merged cells nor empty rows', () => {
    const document = part('word/document.xml')
    const tables = all(document, /<w:tbl>[^]*?<\/w:tbl>/g)
    const before = all(document, /(<w:p>(?:(?!<w:p>)[^])*<\/w:p>)<w:tbl>/g)
    expect(before.filter((one) => /^附表\d+/.test(textOf(one)))).toHaveLength(tables.length)
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const rows = all(table, /<w:tr[ >][^]*?<\/w:tr>/g)
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(
        rows.map((_, at) => at === 0),
      )
      expect(table).not.toMatch(/<w:(gridSpan|vMerge|hMerge)\b/)
      expect(rows.filter((row) => textOf(row) === '')).toEqual([])
    }
  })

  it('has no paragraph that is empty to make room', () => {
    const paragraphs = all(part('word/document.xml'), /<w:p[ >][^]*?<\/w:p>/g)
    expect(paragraphs.filter((one) => textOf(one) === '' && !one.includes('<w:drawing>'))).toEqual(
      [],
    )
  })

  it('has words for every drawing, with a name and each of its figures', () => {
    const drawings = all(part('word/document.xml'), /<w:drawing>[^]*?<\/w:drawing>/g)
    expect(drawings.length).toBeGreaterThan(0)
    for (const drawing of drawings) {
      expect(drawing).toMatch(/<wp:docPr [^>]*\bname="[^"]+"/)
      expect(drawing).toMatch(/<wp:docPr [^>]*\bdescr="[^"]+：[^"]+\d[^"]+"/)
    }
  })
})

describe('the annexes as a workbook', () => {
  const sheets = () =>
    Object.entries(annexes).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))

  it('have sheets with names, nothing merged and no empty rows', () => {
    const workbook = strFromU8(annexes['xl/workbook.xml'] ?? new Uint8Array())
    expect(
      all(workbook, /<sheet [^>]*name="([^"]+)"/g).filter((name) => /^Sheet/.test(name)),
    ).toEqual([])
    expect(sheets().length).toBeGreaterThan(1)
    for (const [name, bytes] of sheets()) {
      const xml = strFromU8(bytes)
      expect(xml, name).not.toContain('<mergeCell')
      expect(xml, name).toContain('<col ')
    }
  })
})
