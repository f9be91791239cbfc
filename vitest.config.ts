import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Where the files that take minutes lie: begun last, one would run on alone while the other worker idles. */
const LONGEST = ['test/differential/', 'test/end-to-end/', 'test/accessibility/', 'test/golden/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((folder) => moduleId.includes(`/${folder}`))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

/** Their modules keep what the next file must not meet: another module in their place, a language. */
const APART = [
  'test/{differential,web}/**/*.test.ts',
  'test/etl/{accounting,publish-order}.test.ts',
  'test/accessibility/{nothings,twins}.test.ts',
  'test/golden/mutants.test.ts',
]

/** The files before a browser: they build the pages, which leaves behind what others must not meet. */
const PAGES = ['test/{accessibility,end-to-end}/**/*.test.ts']

/** The files of a worker share its modules: reading the server anew for each took a third of the time. */
const shared = { isolate: false, setupFiles: ['test/support/together.ts'] }

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/support/setup.ts'],
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      { extends: true, test: { name: 'pages', include: PAGES, exclude: APART, ...shared } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...PAGES],
          ...shared,
        },
      },
    ],
  },
})
