import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'

const numbers = ['11010519491231002X43', '44052418800101001421B1', '11010519491231002X22']
const required = '记录编号,残疾人证号,培训类别,培训机构代码,培训地区划代码,开始日期,是否免费'

function row(at: number): string {
  const number = numbers[at % numbers.length] ?? ''
  return `T${at},${number},城镇职业技能,PX-7,440103,2018-03-0${1 + (at % 9)},是`
}

/** Ends of rows that look whole when they are cut: numbers, days, states, quoted text. */
const ends: { columns: string; cells: string[] }[] = [
  { columns: '结束日期,补贴金额', cells: ['2018-05-20,1234', '2018-05-20,"1,234.50"'] },
  { columns: '结束日期,状态', cells: ['2018-05-20,作废', '2018-05-20,', '2018-05-20,有效'] },
  { columns: '结束日期', cells: ['2018-5-20', '2018/5/31', '2018年5月20日', '20180520'] },
  { columns: '结束日期,培训项目', cells: ['2018-05-20,"电工,\n""高级""班"', '2018-05-20,家政'] },
  { columns: '结束日期,满意度,证书编号', cells: ['2018-05-20,5,201805', '2018-05-20,,'] },
]

/** Training files without a fault, of some 500 bytes each, that differ in how their rows end. */
export const texts: string[] = ends.map(({ columns, cells }) => {
  const rows = [0, 1, 2, 3].map((at) => `${row(at)},${cells[at % cells.length] ?? ''}`)
  return `${[`${required},${columns}`, ...rows].join('\n')}\n`
})

const wide = (text: string) => Buffer.from(text, 'utf16le')

export const encodings: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark and CRLF': (text) =>
    Buffer.from(`\ufeff${text.replaceAll(/(?<=[^班])\n/g, '\r\n')}`),
  GB18030: (text) => encodeGb18030(text.replaceAll(/[\ufeff\u202e\ufffd]/g, '?')),
  'UTF-16LE with a mark': (text) => wide(`\ufeff${text}`),
  'UTF-16BE': (text) => wide(text).swap16(),
}
