import type { ReactNode } from 'react'
import { OverRegion, type OverRegionData } from '../shell/over-region.tsx'
import { Empty } from '../states/empty.tsx'
import { useView } from '../view.ts'
import { sceneLink, type Scene } from './scene.ts'

interface OverSceneProps {
  /** The page's name, above its states. */
  name: string
  /** Without navigation around it: a page that has the whole screen. */
  bare?: boolean
  children: (scene: Scene) => ReactNode
}

/** A page over what the address names: the dataset, the plan, the region, the indicator. */
export function OverScene({ children, ...rest }: OverSceneProps) {
  return <OverRegion {...rest}>{(found) => <Chosen {...found}>{children}</Chosen>}</OverRegion>
}

type ChosenProps = OverRegionData & Pick<OverSceneProps, 'children'>

function Chosen({ named, children, ...given }: ChosenProps) {
  const view = useView()
  const { plans } = given
  const plan = plans.find((known) => known.plan === view.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === view.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return named(<Empty what="indicators" />)
  const filter = view.status?.split('.') ?? []
  const scene = { ...given, plan, indicator, filter, ready: false }
  return children({ ...scene, link: sceneLink(view, scene) })
}
