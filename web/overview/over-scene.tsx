import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { progressQuery } from '../queries.ts'
import { OverRegion, type OverRegionData } from '../shell/over-region.tsx'
import { useSession } from '../shell/session.ts'
import { unitOfCode } from '../shell/unit-of.ts'
import { Empty } from '../states/empty.tsx'
import { useView, type View } from '../view.ts'
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

type Given = Omit<OverRegionData, 'named'>

function sceneOf(given: Given, view: View): Scene | null {
  const { plans } = given
  const plan = plans.find((known) => known.plan === view.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === view.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return null
  const filter = view.status?.split('.') ?? []
  const scene = { ...given, plan, indicator, filter, ready: false }
  return { ...scene, link: sceneLink(view, scene) }
}

type ChosenProps = OverRegionData & Pick<OverSceneProps, 'children'>

/** The figures are asked for together with the region that they are of, not after it. */
function useFiguresAhead(scene: Scene | null, view: View): void {
  const { role, region: own } = useSession()
  const region = view.region ?? own
  const isOpen = role !== 'supervisor' || unitOfCode(region) === own
  const ask = {
    plan: scene?.plan.plan ?? '',
    region,
    level: 'self' as const,
    asOf: scene?.asOf ?? '',
    snapshot: scene?.snapshot.id ?? '',
  }
  const enabled = scene !== null && isOpen
  useQuery({ ...progressQuery(ask), enabled, notifyOnChangeProps: [] })
}

/** The same scene until something in it changes: its panels are not drawn again for what one of them reads. */
function Chosen({ named, children, snapshot, plans, region, asOf }: ChosenProps) {
  const view = useView()
  const scene = useMemo(
    () => sceneOf({ snapshot, plans, region, asOf }, view),
    [snapshot, plans, region, asOf, view],
  )
  useFiguresAhead(scene, view)
  return scene === null ? named(<Empty what="indicators" />) : children(scene)
}
