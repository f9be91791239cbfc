import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The pipeline's arrows are files and protocols: no folder imports another's code. */
const rooms = ['etl', 'cube', 'server', 'web']
const mayImport = { etl: [], cube: [], server: ['cube'], web: [] }

const arrows = rooms.map((room) => ({
  files: [`${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rooms
          .filter((other) => other !== room && !mayImport[room].includes(other))
          .map((other) => ({
            group: [`**/${other}/**`],
            message: `${room}/ may not import from ${other}/: see CONTRIBUTING, "The rooms".`,
          })),
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'cube/native/', 'cube/model/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  ...arrows,
)
