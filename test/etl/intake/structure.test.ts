import { expect, test } from 'vitest'

import { outcome } from '../staged-inbox.ts'

const path = '2018Q2/440000/institution.csv'
const header = '机构代码,机构名称,机构类别,所在地区划代码,成立日期'
const first = 'I1,甲,创业孵化基地,440103,2016-01-01'
const second = 'I2,乙,创业孵化基地,440103,2016-01-01'

function csv(...rows: string[]): Promise<string[]> {
  return outcome({ [path]: `${rows.join('\n')}\n` })
}

test('columns in any order, and one that is not known', async () => {
  const rows = [
    '成立日期,备注,机构名称,所在地区划代码,机构类别,机构代码',
    '2016-01-01,x,甲,440103,创业孵化基地,I1',
  ]
  expect(await csv(...rows)).toEqual([`${path} 1/1`])
})

test('a title above the header, blank rows, CRLF and no last line end', async () => {
  const text = ['2018年机构表,,,,', '', header, first, ',,,,', '   ', second].join('\r\n')
  expect(await outcome({ [path]: text })).toEqual([`${path} 2/2`])
})

test('a second header row is a row like any other', async () => {
  const found = await csv(header, header, first)
  expect(found[0]).toBe(
    `${path} 2 成立日期 应为日期，如 2018-06-30、20180630、2018/6/30、2018年6月30日 成立日期`,
  )
  expect(found.at(-1)).toBe(`${path} 1/2`)
})

test('a required column is missing or renamed', async () => {
  expect(await csv(header.replace('成立日期', '成立时间'), first)).toEqual([
    `${path}: 前 10 行中没有含全部必需列的表头：缺少 “成立日期”；找到的表头：机构代码、机构名称、机构类别、所在地区划代码、成立时间`,
  ])
})

test('a header below the tenth row is none', async () => {
  const [found] = await csv(...Array<string>(10).fill('说明'), header, first)
  expect(found).toContain('前 10 行中没有')
})

test('a column twice', async () => {
  const [found] = await csv(`${header},成立日期`, `${first},2017-01-01`)
  expect(found).toContain('列“成立日期”出现两次')
})

test('an empty file', async () => {
  expect(await outcome({ [path]: '' })).toEqual([`${path}: 文件是空的，没有表头`])
})

test('rows with more or fewer cells', async () => {
  expect(await csv(header, `${first},多`, 'I3,丙', second)).toEqual([
    `${path} 2 单元格数与表头不符：表头 5 个，本行 6 个`,
    `${path} 3 单元格数与表头不符：表头 5 个，本行 2 个`,
    `${path} 1/3`,
  ])
})

test.each(['合计,,,,', ',小计,,,3', '-,总 计,3', '  合计  ,,,,', '"合计",,,,'])(
  'the totals row %s',
  async (row) => {
    expect(await csv(header, first, row)).toEqual([`${path} 3 合计行不是记录`, `${path} 1/2`])
  },
)

test('a last row cut short, with and without quotes', async () => {
  for (const row of ['I2,乙,创业', 'I2,"乙",创业']) {
    expect(await outcome({ [path]: `${header}\n${first}\n${row}` })).toEqual([
      `${path}: 文件被截断：最后一行没有行尾，且单元格不足`,
    ])
  }
})

test('a quote left open', async () => {
  expect(
    await outcome({ [path]: `${header}\n${first}\nI2,"乙,创业孵化基地,440103,2016-01-01\n` }),
  ).toEqual([`${path}: 文件被截断：有引号没有闭合`])
})

const third = second.replace('I2,乙', 'I3,丙')

test('a stray opening quote: every line that it swallows is told', async () => {
  const open = second.replace('乙', '"乙')
  const quote = '引号位置不对：整个单元格应放在引号内，其中的引号写两次（第 3–5 行）'
  const told = (rule: string) => [3, 4, 5].map((line) => `${path} ${String(line)} ${rule}`)
  const next = 'I4,丁,创业孵化基地,440103,2016-01-01'
  const reopened = 'I5,"戊",创业孵化基地,440103,2016-01-01'
  expect(await csv(header, first, open, third, reopened, next)).toEqual([
    ...told(quote),
    `${path} 2/5`,
  ])
  const swallow = '引号位置不对：引号内含有整行记录，请补上或删去多余的引号（第 3–5 行）'
  const closed = 'I5,戊",创业孵化基地,440103,2016-01-01'
  expect(await csv(header, first, open, third, closed, next)).toEqual([
    ...told(swallow),
    `${path} 2/5`,
  ])
})

test('a stray quote in the header does not swallow rows', async () => {
  const [found] = await csv(`${header},"备注`, `${first},`, `${second},"x"`)
  expect(found).toContain('表头处的引号位置不对')
  const [extra] = await csv(`${header},"备注`, `${first},x"`, `${second},x`)
  expect(extra).toContain('表头处的引号位置不对')
})

test('the line of a row is the first of those it stands on', async () => {
  const named = 'I1,"甲\r\n（""新""）,二",创业孵化基地,440103,2016-01-01'
  const found = await csv(header, named, second.replace('2016-01-01', '昨天'))
  expect(found[0]).toContain(`${path} 4 成立日期`)
})

test('equal rows of one key count once; if any differ, none does', async () => {
  expect(await csv(header, first, first, first.replace('2016-01-01', '20160101'))).toEqual([
    `${path} 1/3`,
  ])
  const rule = '同一文件内主键相同的记录内容不同，全部隔离（首见于第 2 行）'
  expect(await csv(header, first, second, first.replace('甲', '丙'))).toEqual([
    `${path} 2 机构代码 ${rule} I1`,
    `${path} 4 机构代码 ${rule} I1`,
    `${path} 1/3`,
  ])
})

test('of a retraction only the key and 状态 are read', async () => {
  expect(await csv(`${header},状态`, 'I1,,,,,作废', ',,,,,作废', `${second},删除`)).toEqual([
    `${path} 3 机构代码 必填项为空`,
    `${path} 4 状态 应为 有效、作废 之一 删除`,
    `${path} 1/3`,
  ])
})

test('all rules that a row breaks', async () => {
  const found = await csv(
    `${header},停办日期,容量`,
    `I1,,职业能力评估室,440103,2016-01-01,2015-01-01,-1`,
  )
  expect(found).toEqual([
    `${path} 2 停办日期 停办日期早于成立日期 2015-01-01`,
    `${path} 2 容量 不应小于 0 -1`,
    `${path} 2 层级 职业能力评估室必须填写层级`,
    `${path} 2 机构名称 必填项为空`,
    `${path} 0/1`,
  ])
})

test('a citizen number in a column of another kind is masked', async () => {
  const [found] = await csv(header, first.replace('2016-01-01', '11010519491231002X'))
  expect(found).toMatch(/ \*{16}2X$/)
})

test.each([
  '440524 19850204 0014',
  '440524850205001',
  '4.40524198502070E+17',
  '军字第0012345号',
  '４４０５２４－１９８５－０２０４－００１４',
])('%s in a column of another kind is masked', async (stray) => {
  const [found] = await csv(header, first.replace('440103', stray))
  expect(found).toMatch(/ \*+.{2}$/u)
})

test('a file without a header shows nothing of its rows', async () => {
  const registration = '2018Q2/440000/registration.csv'
  const row = '440524198502040014,王小明,男,1985-02-03,440103,城镇,小学,2016-01-01'
  const [found] = await outcome({ [registration]: `${row}\n${row}\n` })
  expect(found).toContain('找到的表头：（像是数据行，不列出）')
  const titles = '残疾人证号,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新时间'
  const [glued] = await outcome({ [registration]: `${titles},王小明,城镇\n${row}\n` })
  expect(glued).toContain('更新时间、…、')
  expect(glued).not.toContain('王小明')
})

test('training asks for one of two numbers', async () => {
  const training = '2018Q2/440000/training.csv'
  const columns =
    '记录编号,残疾人证号,学员编号,培训类别,培训机构代码,培训地区划代码,开始日期,结束日期,是否免费'
  const rest = '就业辅导员,T1,440103,2018-01-01,2018-01-31,否'
  const rows = [
    `1,,S100,${rest}`,
    `2,,,${rest}`,
    `3,11010519491231002X43,S100,${rest}`,
    `4,,S100,${rest}`,
  ]
  expect(await outcome({ [training]: [columns, ...rows, ''].join('\n') })).toEqual([
    `${training} 3 残疾人证号 残疾人证号与学员编号应填写一个`,
    `${training} 4 学员编号 残疾人证号与学员编号只能填写一个 **00`,
    `${training} 2/4`,
  ])
})

test('a target for the nation counts in a demonstration only', async () => {
  const target = '2018Q2/000000/target.csv'
  const text = '计划代码,指标代码,地区划代码,年度,目标值\n13-5,A1,000000,全期,1000\n'
  expect((await outcome({ [target]: text }))[0]).toContain('不接受 000000 的任务')
  const demonstration = '{"demonstration":true,"scale":0.001,"seed":1,"ratio":1000}'
  expect(await outcome({ [target]: text, 'demonstration.json': demonstration })).toEqual([
    `${target} 1/1`,
  ])
})

test('population is given by county, or by prefecture where there are none', async () => {
  const population = '2018Q2/000000/population.csv'
  const rows = ['440103', '441900', '460300', '660000', '440100', '440000'].map(
    (code) => `${code},2017,9,5`,
  )
  const text = ['地区划代码,年度,持证残疾人数,就业年龄段持证残疾人数', ...rows, ''].join('\n')
  const rule = '持证残疾人基数应按县级单位、不设县的地级市或 660000 报送'
  expect(await outcome({ [population]: text })).toEqual([
    `${population} 6 地区划代码 ${rule} 440100`,
    `${population} 7 地区划代码 ${rule} 440000`,
    `${population} 4/6`,
  ])
})
