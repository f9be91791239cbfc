import { expect, test } from 'vitest'
import { completionPercent } from '../../../server/progress/gap.ts'
import { namedRates, shareSentence, taskSentence } from '../../../server/reports/sentences.ts'
import { shownCount } from '../../../server/reports/shown.ts'

/** The figures of a published bulletin: 甘肃 2020. */
test.each([
  ['城镇新增就业', 1300, 1513, '城镇新增就业任务1,300人，完成1,513人，完成率116.38%'],
  ['农村新增就业', 3600, 5000, '农村新增就业任务3,600人，完成5,000人，完成率138.89%'],
  ['职业技能培训', 6000, 7982, '职业技能培训任务6,000人，完成7,982人，完成率133.03%'],
  ['高校毕业生调查', 940, 898, '高校毕业生调查任务940人，完成898人，完成率95.53%'],
])('%s reads as in the bulletin', (name, task, done, sentence) => {
  const count = (value: number) => shownCount(value, 'persons')
  expect(taskSentence(name, count(task), count(done), completionPercent(done, task))).toBe(sentence)
})

test.each([
  ['实名制录入', 451257, 334101, '实名制录入应完成451,257人，已完成334,101人，占74.04%'],
  ['高校毕业生就业', 727, 349, '高校毕业生就业应完成727人，已完成349人，占48.01%'],
])('%s reads as a share', (name, due, done, sentence) => {
  const count = (value: number) => shownCount(value, 'persons')
  expect(shareSentence(name, count(due), count(done), completionPercent(done, due))).toBe(sentence)
})

test('regions are named with their rates, the others counted', () => {
  const rates = [
    { name: '甲市', percent: 45 },
    { name: '乙市', percent: 51.2 },
    { name: '丙市', percent: 60 },
  ]
  expect(namedRates(rates, 2)).toBe('甲市（45.00%）、乙市（51.20%）等3个地区')
  expect(namedRates(rates, 3)).toBe('甲市（45.00%）、乙市（51.20%）、丙市（60.00%）')
  expect(namedRates(rates, 0)).toBe('3个地区')
  expect(namedRates([], 3)).toBe('')
})
