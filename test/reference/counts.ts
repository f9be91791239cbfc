import { countConverted, countStable } from './count-cohort.ts'
import { countCovered } from './count-coverage.ts'
import { countTwiceDeclared } from './count-duplicate.ts'
import { countEmployedAnywhere, countGraduates, countNewlyEmployed } from './count-employment.ts'
import { countHouseholds } from './count-household.ts'
import { countAssessed, countOpen } from './count-institution.ts'
import { countLedger, ledgerSides } from './count-ledger.ts'
import { countDiffering, countExceeding, countMeeting, countSmall } from './count-levy.ts'
import { countMassage, massageCourses } from './count-massage.ts'
import { countMilestone, countYearly } from './count-milestone.ts'
import { countOrgans } from './count-organ.ts'
import { countPlaced } from './count-placement.ts'
import { countEntered, countSurveyed, countUpdated } from './count-registration.ts'
import { countSatisfied } from './count-satisfied.ts'
import { countServed, countServedInYear, countWillingTrained } from './count-service.ts'
import { countStaff } from './count-staff.ts'
import { countRuralPoorTrained, countUrbanTrained } from './count-training.ts'
import type { Day } from './days.ts'
import { deadlines, type Indicator, planEnd } from './plan-constants.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

type Count = (world: World, day: Day, tally: Tally) => void

function covered(indicator: 'B3' | 'B4'): Count {
  return (world, day, tally) =>
    countCovered(world, day, deadlines[indicator] ?? planEnd, indicator === 'B3', tally)
}

/** `count` with its last argument fixed. */
function of<Choice>(
  count: (world: World, day: Day, tally: Tally, choice: Choice) => void,
  choice: Choice,
): Count {
  return (world, day, tally) => count(world, day, tally, choice)
}

/** How each indicator is counted into a tally of one day. */
export const counts: Record<Indicator, Count> = {
  A1: countUrbanTrained,
  A2: countNewlyEmployed,
  A3: countRuralPoorTrained,
  A4: countServed,
  B1: of(countOrgans, '省级党政机关'),
  B2: of(countOrgans, '地市级残工委主要成员单位'),
  B3: covered('B3'),
  B4: covered('B4'),
  B5: of(countStaff, '就业辅导员'),
  B6: of(countMassage, massageCourses.B6),
  B7: of(countMassage, massageCourses.B7),
  B8: of(countMassage, massageCourses.B8),
  B9: of(countOpen, '盲人按摩实训基地'),
  B10: of(countOpen, '盲人按摩专科医院'),
  B11: countWillingTrained,
  C1: countGraduates,
  C2: countEntered,
  C3: countUpdated,
  C4: countSurveyed,
  C5: of(countStaff, '社区就业指导员'),
  C6: countAssessed,
  C7: countHouseholds,
  M1: of(countMilestone, 'M1'),
  M2: of(countMilestone, 'M2'),
  M3: of(countMilestone, 'M3'),
  M4: of(countMilestone, 'M4'),
  M5: of(countMilestone, 'M5'),
  M6: of(countYearly, 'M6'),
  L1: countPlaced,
  L2: of(countLedger, ledgerSides.L2),
  L3: of(countLedger, ledgerSides.L3),
  L4: of(countLedger, ledgerSides.L4),
  L5: of(countLedger, ledgerSides.L5),
  L6: of(countMeeting, false),
  L7: countExceeding,
  L8: countSmall,
  L9: of(countMeeting, true),
  L10: countConverted,
  L11: countStable,
  L12: countSatisfied,
  L13: countTwiceDeclared,
  L14: of(countYearly, 'L14'),
  L15: countDiffering,
  T1: countEmployedAnywhere,
  T2: of(countServedInYear, ['职业能力评估']),
  T3: of(countServedInYear, ['职业介绍', '职业指导', '创业指导', '岗位支持']),
}
