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
      // Sixty small files wait for one another: what starts the product is one, what most pages share another.
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            {
              name: 'pages',
              test: /[\\/]web[\\/](?!messages)|(I18n|SSR)Provider/,
              minShareCount: 3,
            },
          ],
        },
      },
      onLog: (level, log, handle) => {
        if (log.code !== MEANINGLESS) handle(level, log)
      },
    },
  },
})
