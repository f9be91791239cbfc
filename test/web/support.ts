import i18next, { type TFunction } from 'i18next'
import type { Indicator, ProgressRow, Series, SeriesRow } from '../../web/api.ts'
import en from '../../web/messages/en.ts'
import zh from '../../web/messages/zh-CN.ts'

export async function translator(language: 'zh-CN' | 'en'): Promise<TFunction> {
  const i18n = i18next.createInstance()
  return i18n.init({
    lng: language,
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
}

export function indicator(given: Partial<Indicator> = {}): Indicator {
  return {
    code: 'A1',
    name: { zh: '培训人数', en: 'Trained' },
    group: { zh: '任务目标', en: 'Tasks' },
    kind: 'cumulative',
    unit: 'persons',
    direction: 'up',
    comparedWith: 'target',
    levels: ['nation', 'province', 'prefecture', 'county'],
    scope: null,
    startsOn: '2016-01-01',
    deadline: '2020-12-31',
    interpretation: null,
    clause: { place: '二（一）', quote: '…' },
    members: { numerator: 'training.trained_persons', denominator: null, filters: {} },
    definition: { zh: '…', en: '…' },
    ...given,
  }
}

export function progressRow(given: Partial<ProgressRow> = {}): ProgressRow {
  return {
    indicator: 'A1',
    region: '440000',
    regionName: '广东省',
    actual: 10456,
    numerator: 10456,
    denominator: null,
    target: 20000,
    ownTarget: null,
    nationalTarget: 20000,
    targetThrough: null,
    deadline: '2020-12-31',
    periodYear: null,
    expected: 9983.58,
    pace: 1.04732,
    completion: 0.5228,
    completionPercent: 52.28,
    days: 43,
    status: 'on_pace',
    forecast: null,
    atDeadline: null,
    comparable: null,
    rank: null,
    share: null,
    unitsReported: 1,
    unitsDue: 1,
    unitsWithData: 1,
    flags: [],
    reason: null,
    ...given,
  }
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31']

export function seriesRow(quarter: string, given: Partial<SeriesRow> = {}): SeriesRow {
  const [year, number] = quarter.split('Q')
  return {
    quarter,
    day: `${year}-${LAST_DAYS[Number(number) - 1]}`,
    actual: null,
    expected: null,
    target: null,
    forecast: null,
    notes: [],
    ...given,
  }
}

export function seriesOf(rows: SeriesRow[], given: Partial<Series> = {}): Series {
  return { snapshot: 's', asOf: '2016-09-30', reason: null, rows, ...given }
}
