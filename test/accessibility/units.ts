import type { Page } from 'playwright-core'

/**
 * Columns of figures whose unit neither their header nor the caption names. A rate is named by its header and
 * marked in every cell; a place, a year, a line and a number of a clause are no amounts; where the rows are of
 * several units, each cell says its own.
 */
export function columnsWithoutUnit(page: Page): Promise<string[]> {
  return page.locator('main table:not(.calendar)').evaluateAll((tables) => {
    const NAMED =
      /[（(](人|人次|个|户|家|元|行|条|次|处|天|%|单位依指标|个、人或户；比例为%)[）)]|单位：行/
    const RATE = /率|比例|占|之比|满意度|\d 日/
    const NO_AMOUNT = /^(位次|年度|行号|编号|级别|名称|数据集|SHA-256|.*名次)$/
    const AMOUNT = /^[+−-]?\d[\d,.]*\s*(万元|亿元|\S?)/
    const WORDS = /^\d{4}( 年|-|Q)|^\d+–\d+ 岁|^\d+(至|人以)/
    const textOf = (cell: Element | undefined) => cell?.textContent.trim() ?? ''
    return tables.flatMap((table) => {
      const caption = textOf(table.querySelector('caption') ?? undefined)
      return [...table.querySelectorAll('thead tr:last-child th')].flatMap((head, at) => {
        const cells = [...table.querySelectorAll('tbody tr')].map((row) => textOf(row.children[at]))
        const figures = cells.filter((cell) => AMOUNT.test(cell) && !WORDS.test(cell))
        const name = textOf(head)
        const isRate = RATE.test(name) && figures.every((cell) => cell.includes('%'))
        const units = new Set(figures.map((cell) => AMOUNT.exec(cell)?.[1]))
        const isMixed = units.size > 1 && !units.has('')
        const isNamed = NAMED.test(name) || NAMED.test(caption)
        if (figures.length === 0 || NO_AMOUNT.test(name) || isRate || isMixed || isNamed) return []
        return [`${caption}: ${name}: ${figures.slice(0, 3).join(' / ')}`]
      })
    })
  })
}
