import { lazy, type ComponentType } from 'react'

export interface Page {
  address: string
  component: ComponentType
  /** Reads its script, so that it is there when the page is opened. */
  load: () => Promise<unknown>
  /** Its name in the navigation, as the key of a message below `navigation`; null where it has no place there. */
  name: string | null
  /** Who has it in the navigation; without it, everybody. The server decides who may see what. */
  roles?: readonly string[]
}

/** Those who read figures; a respondent only answers inquiries. */
const READERS = ['leader', 'supervisor', 'evaluator']

function opened(load: () => Promise<{ default: ComponentType }>): Pick<Page, 'component' | 'load'> {
  return { component: lazy(load), load }
}

/** Every page of the product; each is loaded when it is first opened. */
export const PAGES: readonly Page[] = [
  {
    address: '/',
    name: 'overview',
    roles: READERS,
    ...opened(() => import('../overview/overview.tsx').then((at) => ({ default: at.Overview }))),
  },
  {
    address: '/wall',
    name: null,
    ...opened(() => import('../wall/wall.tsx').then((at) => ({ default: at.Wall }))),
  },
  {
    address: '/inquiries',
    name: 'inquiries',
    ...opened(() => import('../inquiry/inquiries.tsx').then((at) => ({ default: at.Inquiries }))),
  },
  {
    address: '/region',
    name: 'region',
    roles: READERS,
    ...opened(() => import('../region/region.tsx').then((at) => ({ default: at.Region }))),
  },
  {
    address: '/compare',
    name: 'compare',
    roles: READERS,
    ...opened(() => import('../compare/compare.tsx').then((at) => ({ default: at.Compare }))),
  },
  {
    address: '/training',
    name: 'training',
    roles: READERS,
    ...opened(() => import('../training/training.tsx').then((at) => ({ default: at.Training }))),
  },
  {
    address: '/services',
    name: 'services',
    roles: READERS,
    ...opened(() => import('../services/services.tsx').then((at) => ({ default: at.Services }))),
  },
  {
    address: '/levy',
    name: 'levy',
    roles: READERS,
    ...opened(() => import('../levy/levy.tsx').then((at) => ({ default: at.Levy }))),
  },
  {
    address: '/evidence',
    name: null,
    ...opened(() => import('../evidence/evidence.tsx').then((at) => ({ default: at.Evidence }))),
  },
  {
    address: '/difference',
    name: null,
    ...opened(() =>
      import('../difference/difference.tsx').then((at) => ({ default: at.Difference })),
    ),
  },
  {
    address: '/analysis',
    name: 'analysis',
    roles: READERS,
    ...opened(() => import('../analysis/analysis.tsx').then((at) => ({ default: at.Analysis }))),
  },
  {
    address: '/submissions',
    name: 'submissions',
    roles: READERS,
    ...opened(() =>
      import('../submissions/submissions.tsx').then((at) => ({ default: at.Submissions })),
    ),
  },
  {
    address: '/reports',
    name: 'reports',
    roles: READERS,
    ...opened(() => import('../reports/reports.tsx').then((at) => ({ default: at.Reports }))),
  },
  {
    address: '/reports/:report',
    name: null,
    ...opened(() =>
      import('../reports/report-page.tsx').then((at) => ({ default: at.ReportPage })),
    ),
  },
  {
    address: '/notices',
    name: 'notices',
    roles: ['evaluator'],
    ...opened(() => import('../publicity/notices.tsx').then((at) => ({ default: at.Notices }))),
  },
  {
    address: '/accessibility',
    name: null,
    ...opened(() => import('../statement/statement.tsx').then((at) => ({ default: at.Statement }))),
  },
  {
    address: '/examples',
    name: null,
    ...opened(() => import('../examples/examples.tsx').then((at) => ({ default: at.Examples }))),
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

/** The page of an address, which for `/` alone is where the role begins. */
export function pageAt(
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  role: string,
): Page | undefined {
  const address = pathname === '/' && search === '' ? startOf(role) : pathname
  return PAGES.find((page) => page.address === address)
}
