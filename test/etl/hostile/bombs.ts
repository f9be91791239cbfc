import { crc32, deflateRawSync, constants } from 'node:zlib'

const megabyte = 1 << 20
const blank = 64 * megabyte

/** An archive entry: `data` is deflated; `packed` may stand for far more than there is. */
interface Part {
  name: string
  data: Buffer
  checksum: number
  size: number
}

const head =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const tail = '</sheetData></worksheet>'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function part(name: string, text: string): Part {
  return packed(name, Buffer.from(text))
}

function packed(name: string, bytes: Buffer): Part {
  return { name, data: deflateRawSync(bytes), checksum: crc32(bytes), size: bytes.length }
}

/** `text` filled up to 64 MB and that `times` over, in as many times 64 KB, and said to be one byte. */
function swelling(name: string, text: string, times: number): Part {
  const filled = Buffer.alloc(blank, text)
  const block = deflateRawSync(filled, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const data = Buffer.concat([...Array<Buffer>(times).fill(block), Buffer.from([3, 0])])
  let checksum = 0
  for (let at = 0; at < times; at += 1) checksum = crc32(filled, checksum)
  return { name, data, checksum, size: 1 }
}

/** `heads` times the list names every part: once is honest. */
function zip(parts: Part[], heads = 1): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const one of parts) {
    const { data } = one
    const local = header(0x04034b50, 30, one)
    const central = header(0x02014b50, 46, one)
    central.writeUInt32LE(offset, 42)
    locals.push(local, data)
    list.push(...Array<Buffer>(heads).fill(central))
    offset += local.length + data.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(list.length, 0xffff), 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function header(mark: number, length: number, { name, data, checksum, size }: Part): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(length), Buffer.from(name)])
  const at = length === 46 ? 2 : 0
  bytes.writeUInt32LE(mark, 0)
  bytes.writeUInt16LE(8, 8 + at)
  bytes.writeUInt32LE(checksum, 14 + at)
  bytes.writeUInt32LE(data.length, 18 + at)
  bytes.writeUInt32LE(size, 22 + at)
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + at)
  return bytes
}

function workbook(sheet: Part, ...others: Part[]): Part[] {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const listed = [relation('rId1', 'worksheet', 'worksheets/sheet1.xml')]
  if (others.length > 0) listed.push(relation('rId2', 'sharedStrings', 'sharedStrings.xml'))
  return [
    part('[Content_Types].xml', '<Types/>'),
    part('_rels/.rels', `<R>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</R>`),
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<R>${listed.join('')}</R>`),
    sheet,
    ...others,
  ]
}

const sheetName = 'xl/worksheets/sheet1.xml'
const titles =
  '记录编号,残疾人证号,培训类别,培训机构代码,培训地区划代码,开始日期,结束日期,是否免费'.split(',')
const headerCells = titles.map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`).join('')

function sheetOf(rows: string): Part {
  return part(sheetName, `${head}<row r="1">${headerCells}</row>${rows}${tail}`)
}

function rows(count: number, cells: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `<row r="${at + 2}">${cells(at)}</row>`).join('')
}

const entry = (name: string, text = 'x') => zip(workbook(sheetOf(''), part(name, text)))
const doctype = (declared: string) => part(sheetName, `<!DOCTYPE a [${declared}]>${head}${tail}`)

const strings = (text: string) => part('xl/sharedStrings.xml', `<sst>${text}</sst>`)

/** Small files that would take all memory, or time without end. */
export const bombs: Record<string, () => Buffer> = {
  '5 GB of zeros in 5 MB': () => zip([swelling('xl/media/a.bin', '\0', 80)]),
  '1 GB of blanks in a sheet': () => zip(workbook(swelling(sheetName, ' ', 16))),
  '1 GB of rows in a sheet': () => zip(workbook(swelling(sheetName, '<row></row>     ', 16))),
  '64 MB of empty shared strings': () =>
    zip(workbook(sheetOf(''), swelling('xl/sharedStrings.xml', '<si/>   ', 1))),
  '100,000 entries': () => zip([part('a.xml', '<a/>')], 100_000),
  '1,900 entries that are one and the same': () =>
    zip([part('a.xml', `<a>${' '.repeat(1_000_000)}</a>`)], 1_900),
  'rows that are 16,384 columns wide': () =>
    zip(workbook(sheetOf(rows(60_000, (at) => `<c r="XFD${at + 2}"><v>${at * 7919}</v></c>`)))),
  'a text of 30,000 characters in 100,000 cells': () =>
    zip(
      workbook(
        sheetOf(rows(100_000, (at) => `<c r="A${at + 2}" t="s"><v>${at % 2}</v></c>`)),
        strings(`<si><t>${'a'.repeat(30_000)}</t></si>`.repeat(2)),
      ),
    ),
  'a cell of 900,000 characters': () =>
    zip(workbook(sheetOf(`<row r="2"><c t="str"><v>${'甲乙丙'.repeat(100_000)}</v></c></row>`))),
  'a tag without an end': () => zip(workbook(part(sheetName, `${head}<row r="${'1'.repeat(3e6)}`))),
  'a comment of many ends': () =>
    zip(workbook(part(sheetName, `${head}<!--${'> '.repeat(1.5e6)}--></sheetData></worksheet>`))),
  'entities within entities': () =>
    zip(workbook(part(sheetName, `<!DOCTYPE a [<!ENTITY b "&c;&c;&c;">]>${head}&b;${tail}`))),
  'parameter entities': () =>
    zip(workbook(doctype('<!ENTITY % a "&#37;b;"><!ENTITY % b "%a;%a;"> %a;'))),
  'an entity from elsewhere': () =>
    zip(workbook(doctype('<!ENTITY b SYSTEM "file:///etc/passwd">'))),
  'entities in the shared strings': () =>
    zip(
      workbook(
        sheetOf(''),
        part('xl/sharedStrings.xml', '<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'),
      ),
    ),
  'an archive of 1 GB in an archive': () =>
    zip([packed('xl/embeddings/a.zip', zip([swelling('a.bin', '\0', 16)]))]),
  'sizes kept for later': () => {
    const bytes = zip(workbook(sheetOf('')))
    bytes.writeUInt32LE(0xffffffff, bytes.indexOf('PK\x01\x02') + 20)
    return bytes
  },
  ...Object.fromEntries(
    ['../x', '/etc/x', 'C:\\x', '..\\x', '\\\\host\\x', 'x/../../y', 'a\0.xml'].map((name) => [
      `an entry named ${JSON.stringify(name)}`,
      () => entry(name),
    ]),
  ),
  'a million elements inside one another': () =>
    zip(workbook(part(sheetName, head + '<a>'.repeat(1e6) + '</a>'.repeat(1e6) + tail))),
}

/** Texts that never come to an end of a row. */
export const endlessTexts: Record<string, () => Buffer> = {
  'a line of 40 MB': () => Buffer.alloc(40 * megabyte, titles.join(',')),
  'a quote left open before 40 MB': () =>
    Buffer.concat([Buffer.from(`${titles.join(',')}\nT1,"`), Buffer.alloc(40 * megabyte, '甲\n')]),
  '40 MB of quotes': () => Buffer.alloc(40 * megabyte, '"'),
}
