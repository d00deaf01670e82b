import fs from 'node:fs';

const foldersOf = (parent) =>
  fs
    .readdirSync(new URL(parent, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
/** A room, a part of the platform or the apps, a kind of test, a tool. */
const SCOPES = [
  ...['libs', 'libs/platform', 'apps', 'apps/api/src', 'apps/web/src/features', 'test', 'tools'].flatMap(foldersOf),
  ...['tools', 'bench', 'test', 'docker', 'docs', 'demo', 'door', 'ci', 'deps', 'node', 'security', 'release'],
];
/** What changes how the product behaves says where. */
const SAYS_WHERE = ['feat', 'fix', 'perf', 'refactor'];

export default {
  extends: ['@commitlint/config-conventional'],
  plugins: [
    {
      rules: {
        'says-where': ({ type, scope }) => [
          !SAYS_WHERE.includes(type) || Boolean(scope),
          `a ${type} names its room: ${type}(pipeline): …`,
        ],
      },
    },
  ],
  rules: {
    'type-enum': [
      2,
      'always',
      ['feat', 'fix', 'perf', 'refactor', 'docs', 'test', 'build', 'ci', 'style', 'chore', 'bench', 'revert'],
    ],
    'scope-enum': [2, 'always', [...new Set(SCOPES)]],
    'says-where': [2, 'always'],
    'header-max-length': [2, 'always', 71],
    'subject-case': [0],
    'body-max-line-length': [1, 'always', 120],
    'footer-max-line-length': [0],
  },
};
