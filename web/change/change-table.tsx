import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Bridge, BridgeEnd, BridgeLine } from '../api-bridge.ts'
import { formatNumber, missingWords } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { isRatio, movingLines } from './change-model.ts'
import { endName, endWords, kindWords, lineName, signedWords } from './change-words.ts'
import './change.css'

interface ChangeTableProps {
  scene: Scene
  bridge: Bridge
  caption: string
}

function Columns({ scene, ratio }: { scene: Scene; ratio: boolean }) {
  const { t } = useTranslation()
  const { unit } = scene.indicator
  const unitName = unit === 'percent' ? t('change.pointsName') : t(`unit.name.${unit}`)
  return (
    <tr>
      <th scope="col">{t('change.column.name')}</th>
      {ratio && <th scope="col">{t('change.column.numerator')}</th>}
      {ratio && <th scope="col">{t('change.column.denominator')}</th>}
      <th scope="col">
        {t('download.withUnit', { name: t('change.column.change'), unit: unitName })}
      </th>
    </tr>
  )
}

interface EndRowProps {
  scene: Scene
  bridge: Bridge
  end: BridgeEnd
}

function EndRow({ scene, bridge, end }: EndRowProps) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const ratio = isRatio(bridge)
  const count = (value: number | null) =>
    value === null ? missingWords(t, end.reason) : formatNumber(language, value)
  return (
    <tr className="change-end">
      <th scope="row">{endName(t, bridge, end)}</th>
      {ratio && <td>{count(end.numerator)}</td>}
      {ratio && <td>{count(end.denominator)}</td>}
      <td>{endWords(t, language, scene.indicator, end)}</td>
    </tr>
  )
}

/** The region whose line it is leads there, where there is somewhere to go. */
function Name({ scene, bridge, line }: { scene: Scene; bridge: Bridge; line: BridgeLine }) {
  const { t } = useTranslation()
  const name = lineName(t, bridge, line)
  const why = kindWords(t, line)
  return (
    <th scope="row">
      {line.region === bridge.region ? (
        name
      ) : (
        <Link to={scene.link({ region: line.region })}>{name}</Link>
      )}
      {why !== '' && <span className="change-why">{why}</span>}
    </th>
  )
}

/** From the one day to the other, line by line: the lines add up to the difference of the ends. */
export function ChangeTable({ scene, bridge, caption }: ChangeTableProps) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const ratio = isRatio(bridge)
  const signed = (value: number) => signedWords(language, scene.indicator.unit, value)
  const signedCount = (value: number) => signedWords(language, 'units', value)
  return (
    <div className="table-scroll" role="region" aria-label={t('change.scroll')} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <Columns scene={scene} ratio={ratio} />
        </thead>
        <tbody>
          <EndRow scene={scene} bridge={bridge} end={bridge.from} />
          {movingLines(bridge).map((line) => (
            <tr key={`${line.kind} ${line.region}`}>
              <Name scene={scene} bridge={bridge} line={line} />
              {ratio && <td>{signedCount(line.numerator)}</td>}
              {ratio && <td>{signedCount(line.denominator ?? 0)}</td>}
              <td>{signed(line.actual)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <EndRow scene={scene} bridge={bridge} end={bridge.to} />
        </tfoot>
      </table>
    </div>
  )
}
