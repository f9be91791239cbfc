import type { Layout } from '../layouts.ts'

/** Of the staged `rows` of an extract those to be looked at, for `intake.listed`; null where none can be. */
export function listedRows({ extract, columns }: Layout, rows: string): string | null {
  const regions = columns.filter(({ type }) => type === 'region')
  const kinds = [
    ...(extract === 'registration' ? [outside_unit, no_household] : []),
    ...regions.map(({ name, zh }) => withoutSuccessor(name, zh)),
  ]
  if (kinds.length === 0) return null
  const found = kinds.map(
    ({ values, where }) =>
      `select file_id, line, ${values} from (${rows}) where not is_void and ${where}`,
  )
  return `insert into intake.listed ${found.join('\nunion all\n')}`
}

const outside_unit = {
  values: `'户籍地区划代码', '户籍地不在报送单位辖区内，已接受', region_code, 'outside_unit'`,
  where: `unit <> '660000' and left(region_code, 2) <> left(unit, 2)`,
}

const no_household = {
  values: `'家庭编号', '零就业或低保家庭的登记没有家庭编号，不计入家庭就业指标', null, 'no_household'`,
  where: '(zero_employment or minimum_living) and family_id is null',
}

/** Under a code that is gone without a known successor. */
function withoutSuccessor(column: string, title: string) {
  return {
    values: `'${title}', '区划代码已撤销、去向不明，记录留在原代码下', ${column}, 'no_successor'`,
    where: `${column} in (from reference.unsucceeded)`,
  }
}
