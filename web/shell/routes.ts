import { lazy, type ComponentType } from 'react'

export interface Page {
  address: string
  component: ComponentType
  /** Its name in the navigation, as the key of a message below `navigation`; null where it has no place there. */
  name: string | null
  /** Who has it in the navigation; without it, everybody. The server decides who may see what. */
  roles?: readonly string[]
}

/** Those who read figures; a respondent only answers inquiries. */
const READERS = ['leader', 'supervisor', 'evaluator']

/** Every page of the product; each is loaded when it is first opened. */
export const PAGES: readonly Page[] = [
  {
    address: '/',
    name: 'overview',
    roles: READERS,
    component: lazy(() =>
      import('../overview/overview.tsx').then((at) => ({ default: at.Overview })),
    ),
  },
  {
    address: '/wall',
    name: null,
    component: lazy(() => import('../wall/wall.tsx').then((at) => ({ default: at.Wall }))),
  },
  {
    address: '/inquiries',
    name: 'inquiries',
    component: lazy(() =>
      import('../inquiry/inquiries.tsx').then((at) => ({ default: at.Inquiries })),
    ),
  },
  {
    address: '/region',
    name: 'region',
    roles: READERS,
    component: lazy(() => import('../region/region.tsx').then((at) => ({ default: at.Region }))),
  },
  {
    address: '/compare',
    name: 'compare',
    roles: READERS,
    component: lazy(() => import('../compare/compare.tsx').then((at) => ({ default: at.Compare }))),
  },
  {
    address: '/training',
    name: 'training',
    roles: READERS,
    component: lazy(() =>
      import('../training/training.tsx').then((at) => ({ default: at.Training })),
    ),
  },
  {
    address: '/services',
    name: 'services',
    roles: READERS,
    component: lazy(() =>
      import('../services/services.tsx').then((at) => ({ default: at.Services })),
    ),
  },
  {
    address: '/levy',
    name: 'levy',
    roles: READERS,
    component: lazy(() => import('../levy/levy.tsx').then((at) => ({ default: at.Levy }))),
  },
  {
    address: '/evidence',
    name: null,
    component: lazy(() =>
      import('../evidence/evidence.tsx').then((at) => ({ default: at.Evidence })),
    ),
  },
  {
    address: '/difference',
    name: null,
    component: lazy(() =>
      import('../difference/difference.tsx').then((at) => ({ default: at.Difference })),
    ),
  },
  {
    address: '/analysis',
    name: 'analysis',
    roles: READERS,
    component: lazy(() =>
      import('../analysis/analysis.tsx').then((at) => ({ default: at.Analysis })),
    ),
  },
  {
    address: '/submissions',
    name: 'submissions',
    roles: READERS,
    component: lazy(() =>
      import('../submissions/submissions.tsx').then((at) => ({ default: at.Submissions })),
    ),
  },
  {
    address: '/reports',
    name: 'reports',
    roles: READERS,
    component: lazy(() => import('../reports/reports.tsx').then((at) => ({ default: at.Reports }))),
  },
  {
    address: '/reports/:report',
    name: null,
    component: lazy(() =>
      import('../reports/report-page.tsx').then((at) => ({ default: at.ReportPage })),
    ),
  },
  {
    address: '/notices',
    name: 'notices',
    roles: ['evaluator'],
    component: lazy(() =>
      import('../publicity/notices.tsx').then((at) => ({ default: at.Notices })),
    ),
  },
  {
    address: '/accessibility',
    name: null,
    component: lazy(() =>
      import('../statement/statement.tsx').then((at) => ({ default: at.Statement })),
    ),
  },
  {
    address: '/examples',
    name: null,
    component: lazy(() =>
      import('../examples/examples.tsx').then((at) => ({ default: at.Examples })),
    ),
  },
]

/** What the navigation shows to a role, in order. */
export function pagesFor(role: string): { name: string; address: string }[] {
  return PAGES.flatMap(({ name, address, roles }) =>
    name === null || (roles && !roles.includes(role)) ? [] : [{ name, address }],
  )
}

/** Where a role begins: a supervisor with what is open, a respondent with what is asked. */
export function startOf(role: string): string {
  return role === 'supervisor' || role === 'respondent' ? '/inquiries' : '/'
}
