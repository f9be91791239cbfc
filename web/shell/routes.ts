import { lazy, type ComponentType } from 'react'

export interface Page {
  address: string
  component: ComponentType
  /** Reads its script, so that it is there when the page is opened. */
  load: () => Promise<unknown>
  /** Its name, as the key of a message below `navigation`; null where only another page leads to one of its kind. */
  name: string | null
  /** Only the list of all pages names it: the navigation has no place for it. */
  aside?: true
  /** Who is led to it; without it, everybody. The server decides who may see what. */
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
    name: 'wall',
    aside: true,
    roles: READERS,
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
    name: 'evidence',
    aside: true,
    roles: READERS,
    ...opened(() => import('../evidence/evidence.tsx').then((at) => ({ default: at.Evidence }))),
  },
  {
    address: '/difference',
    name: 'difference',
    aside: true,
    roles: READERS,
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
    address: '/pages',
    name: 'siteMap',
    aside: true,
    ...opened(() => import('../site-map/site-map.tsx').then((at) => ({ default: at.SiteMap }))),
  },
  {
    address: '/accessibility',
    name: 'statement',
    aside: true,
    ...opened(() => import('../statement/statement.tsx').then((at) => ({ default: at.Statement }))),
  },
  {
    address: '/examples',
    name: 'examples',
    aside: true,
    ...opened(() => import('../examples/examples.tsx').then((at) => ({ default: at.Examples }))),
  },
]

interface Named {
  name: string
  address: string
}

/** What a role is led to by name, in order. */
export function allPagesFor(role: string): Named[] {
  return PAGES.flatMap(({ name, address, roles }) =>
    name === null || (roles && !roles.includes(role)) ? [] : [{ name, address }],
  )
}

/** What the navigation shows of it. */
export function pagesFor(role: string): Named[] {
  const aside = new Set(PAGES.filter((page) => page.aside).map(({ address }) => address))
  return allPagesFor(role).filter(({ address }) => !aside.has(address))
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
