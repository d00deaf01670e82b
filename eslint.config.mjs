import tseslint from 'typescript-eslint';
import { noFirmLoops } from './tools/rules/firm-loops.mjs';

const noClock = (message) => [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message },
];
const ofClock = noClock(
  '"now" comes from Clock, and is handed to rules; what only measures or waits uses performance.now().',
);
const ofPage = noClock(
  'What a page shows of the time comes from useNow (lib/use-now), what is done now from thisMoment.',
);
const ID = 'Ids are made by newId (database/id), or by new_id() in SQL: UUID v7.';
const oneMaker = [
  { selector: "Identifier[name='randomUUID']", message: ID },
  { selector: 'TemplateElement[value.raw=/gen_random_uuid/]', message: ID },
  { selector: 'Literal[value=/gen_random_uuid/]', message: ID },
];
/** Days become moments, and moments days, in one place of the server and one of the web, which know of zones. */
const converters = (place) =>
  [
    'CallExpression[callee.property.name=/^(slice|substring|split)$/] > MemberExpression.callee > CallExpression.object[callee.property.name=/^to(ISOString|JSON)$/]',
    'TemplateElement[value.raw=/^T\\d\\d:/]',
    'MemberExpression[property.name=/^(get|set)(UTC)?(FullYear|Month|Date|Day)$/]',
    "MemberExpression[object.name='Date'][property.name='UTC']",
    'TSAsExpression > TSTypeReference[typeName.name=/^Local(Date|Day)$/]',
    "CallExpression[callee.name='localDate'] > NewExpression > BinaryExpression",
  ].map((selector) => ({ selector, message: `A day becomes a moment, or a moment a day, in ${place}.` }));
const inTime = converters('libs/platform/time');
const inDates = converters('lib/dates.ts');
/** What holds for the server everywhere. */
const ofServer = [...ofClock, ...oneMaker, ...inTime];
const SAYS_NOW_OR_ID = [
  'libs/platform/time/clock.ts', // the clock
  'libs/platform/database/id.ts', // makes ids
  'libs/platform/migrate/ids.sql.ts', // makes ids in SQL
  'libs/sign-up/installation.entity.ts', // a column's default, as a migration made it
];
const noFocus = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip)$/]',
    message: 'No focused or skipped tests.',
  },
  {
    selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|unstable_mockModule)$/]",
    message: 'Fakes go in through constructors.',
  },
];
const noErrorText = [
  {
    selector:
      "CallExpression[callee.object.property.name='logger'] MemberExpression[property.name=/^(message|stack|detail)$/]",
    message: 'What an error says may carry people’s data: log describe(error).',
  },
];
const noSave = [
  {
    selector: "CallExpression[callee.property.name='save'][callee.object.property.name=/manager|repository/i]",
    message: 'save() overwrites silently: use a conditional update.',
  },
];

/** Who may see what is said once, in `libs/identity/visible.sql.ts`: elsewhere SQL only gives a column that name. */
const noVisibility = [
  'TemplateElement[value.raw=/\\b(?<!\\bas )(search_)?confidential\\b/]',
  'Literal[value=/(\\.|search_|\\bnot )confidential\\b/]',
].map((selector) => ({
  selector,
  message: 'Who may see what is said in identity/visible.sql.ts: use its conditions.',
}));
const noSystem = [
  {
    selector: "Literal[value='system']",
    message: 'Who sees everything is said in identity/visible.sql.ts: bind viewer(actor).',
  },
];
const SAYS_CONFIDENTIAL = [
  'libs/identity/visible.sql.ts', // the one place
  'libs/platform/database/migrations/*.ts', // made the column, and keep the definitions of their day
  'libs/platform/persons/*.ts', // below identity: counts by the column; who sees what is handed in
  'libs/searches/searches.repository.ts', // writes the column
  'libs/searches/searches.sql.ts', // publishes the column in views, for the conditions
  'libs/pipeline/pipeline.sql.ts', // the same
  'libs/merges/searches.merge.ts', // writes the column
];

/** In the web: what is asked has its key in one file, what is changed names its fact. */
const keysInOneFile = [
  {
    selector: "Property[key.name='queryKey'] > ArrayExpression",
    message: 'A query has its key in lib/query-keys.ts.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(invalidateQueries|refetchQueries|resetQueries)$/]',
    message: 'A change names its fact (lib/use-change); lib/stale.ts says which queries it makes stale.',
  },
];
/** A function that is longer does two things. */
const SHORT = ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }];

export default tseslint.config(
  {
    ignores: ['dist/**', 'data/**', 'coverage/**', '**/dist/**', 'libs/api-client/schema.d.ts', '.cache/**'],
  },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // in SQL between backticks it is lost without a word: '\D' arrives as 'D'
      'no-useless-escape': 'error',
      'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText],
    },
  },
  {
    // applied as it is; what it made is mended in tombstones.sql.ts
    files: ['libs/platform/database/migrations/1763685000000-erasure.ts'],
    rules: { 'no-useless-escape': 'off' },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/config/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from Config.' },
      ],
      'max-params': ['error', { max: 6 }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/files/csv-writer.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'csv-stringify/sync',
          message: 'CSV goes out by platform/files/csv-writer: no cell of it is a formula.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/lib/{api,once,once.spec}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: '@app/api-client/client.js', message: 'Ask through lib/api: it gives each POST its key.' },
        {
          name: '@tanstack/react-query',
          importNames: ['useMutation'],
          message: 'Change through lib/use-change: it asks again for what is stale, and forgets nobody.',
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Ask through lib/api: it gives each POST its key.' },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/lib/{query-client,stale}.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...keysInOneFile, ...inDates, ...ofPage],
    },
  },
  {
    files: ['apps/web/src/lib/use-now.ts', 'apps/web/src/app/dev/**'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...keysInOneFile, ...inDates] },
  },
  {
    files: ['apps/web/src/lib/dates.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...keysInOneFile, ...ofPage] },
  },
  {
    files: ['apps/web/src/lib/use-change.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/migrations/**'],
    rules: { 'max-lines-per-function': SHORT },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/migrations/**'],
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...ofServer] },
  },
  {
    files: ['libs/**/*.ts', 'apps/{worker,cli}/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/migrations/**', 'libs/platform/firms/firm-by-firm.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...ofServer, ...noFirmLoops] },
  },
  {
    files: ['libs/**/*.rules.ts', 'libs/**/*.service.ts', 'libs/**/*.repository.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...ofServer, ...noFirmLoops] },
  },
  {
    files: ['libs/**/*.{repository,sql}.ts'],
    ignores: SAYS_CONFIDENTIAL,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noFocus,
        ...noSave,
        ...noErrorText,
        ...ofServer,
        ...noFirmLoops,
        ...noVisibility,
        ...noSystem,
      ],
    },
  },
  {
    files: ['libs/**/*.holdings.ts', 'libs/merges/**/*.ts', 'libs/imports/**/*.ts', 'libs/platform/**/*.ts'],
    ignores: [
      '**/*.{spec,rules,service,repository,sql}.ts',
      'libs/platform/firms/firm-by-firm.ts',
      ...SAYS_CONFIDENTIAL,
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noFocus,
        ...noSave,
        ...noErrorText,
        ...ofServer,
        ...noFirmLoops,
        ...noVisibility,
      ],
    },
  },
  {
    files: ['libs/platform/time/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/time/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noFocus,
        ...noSave,
        ...noErrorText,
        ...ofClock,
        ...oneMaker,
        ...noFirmLoops,
        ...noVisibility,
      ],
    },
  },
  {
    files: SAYS_NOW_OR_ID,
    rules: { 'no-restricted-syntax': ['error', ...noFocus, ...noSave, ...noErrorText, ...noFirmLoops] },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-promises': 'off' },
  },
  {
    // scripts: the compiler checks their types (`// @ts-check`)
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-restricted-syntax': 'off' },
  },
);
