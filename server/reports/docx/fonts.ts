/** The faces of official documents. What a machine lacks is taken from the fall-backs in the font table. */
const face = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: name,
})

export const XIAOBIAOSONG = face('方正小标宋简体')
export const HEITI = face('黑体')
export const KAITI = face('楷体_GB2312')
export const FANGSONG = face('仿宋_GB2312')

/** 三号, in half points. */
export const BODY = 32

const fallBacks = [
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S,SimSun,Source Han Serif SC,Noto Serif CJK SC', 'roman'],
  ['黑体', 'SimHei,Source Han Sans SC,Noto Sans CJK SC', 'swiss'],
  ['楷体_GB2312', 'KaiTi,STKaiti,Noto Serif CJK SC', 'roman'],
  ['仿宋_GB2312', 'FangSong,STFangsong,Noto Serif CJK SC', 'roman'],
] as const

/** word/fontTable.xml: each face with the names it may be replaced by (w:altName). */
export function fontTable(): string {
  const fonts = fallBacks.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  )
  const xmlns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${xmlns}">${fonts.join('')}</w:fonts>`
}
