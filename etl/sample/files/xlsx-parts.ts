const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetTop = `${declaration}<worksheet xmlns="${main}"><sheetData>`

/** Closes the sheet and merges the title over all columns. */
export function sheetTail(columns: number): string {
  const last = String.fromCharCode(64 + Math.min(columns, 26))
  const merged = `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`
  return `</sheetData>${merged}</worksheet>`
}

/** Everything in the package but the sheet itself. */
export function workbookParts(title: string): [name: string, text: string][] {
  return [
    ['[Content_Types].xml', declaration + contentTypes()],
    ['_rels/.rels', declaration + relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', declaration + workbook(title)],
    [
      'xl/_rels/workbook.xml.rels',
      declaration +
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
    ],
    ['xl/styles.xml', declaration + styles],
  ]
}

function contentTypes(): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ]
  const overrides = parts.map(
    ([name, kind]) =>
      `<Override PartName="${name ?? ''}" ContentType="${types}.${kind ?? ''}+xml"/>`,
  )
  return (
    `<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

function relations(list: [kind: string, target: string][]): string {
  const rows = list.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${document}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${rows.join('')}</Relationships>`
}

function workbook(title: string): string {
  const sheet = `<sheet name="${title.slice(0, 30)}" sheetId="1" r:id="rId1"/>`
  return `<workbook xmlns="${main}" xmlns:r="${document}"><sheets>${sheet}</sheets></workbook>`
}

const styles =
  `<styleSheet xmlns="${main}">` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
  '<borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
