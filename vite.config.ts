import { defineConfig } from 'vite'

/** Libraries mark their modules for servers that render; in a bundle the mark has no meaning. */
const MEANINGLESS = 'MODULE_LEVEL_DIRECTIVE'

export default defineConfig({
  root: 'web',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        if (log.code !== MEANINGLESS) handle(level, log)
      },
    },
  },
})
