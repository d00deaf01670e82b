// The house rules of docs/ARCHITECTURE.md as a checker: floors, file suffixes, cycles.
const FLOORS = [
  ['platform'],
  [
    'vocabulary',
    'audit',
    'identity',
    'attempts',
    'auth',
    'account',
    'sign-up',
    'invitations',
    'activities',
    'tasks',
    'tombstones',
    'views',
  ],
  ['clients', 'candidates', 'calendars', 'absences', 'limits', 'stages', 'role-templates'],
  [
    'searches',
    'break-glass',
    'pipeline',
    'newcomers',
    'corrections',
    'stage-edits',
    'interviews',
    'placements',
    'offers',
    'timeline',
  ],
  ['metrics', 'clocks', 'policies', 'stalls', 'flags', 'today'],
  [
    'mails',
    'notifications',
    'reminders',
    'mail-log',
    'deliveries',
    'first-steps',
    'reports',
    'print',
    'sheets',
    'compliance',
    'import-files',
    'merges',
    'imports',
    'retention',
    'hand-over',
    'users',
  ],
  ['schema'],
];
/** Calls allowed on one floor: from -> to. */
const SIDEWAYS = [
  ['identity', 'audit'],
  ['identity', 'vocabulary'],
  ['attempts', 'identity'],
  ['auth', 'attempts'],
  ['auth', 'audit'],
  ['auth', 'identity'],
  ['account', 'auth'],
  ['account', 'identity'],
  ['sign-up', 'attempts'],
  ['sign-up', 'audit'],
  ['sign-up', 'identity'],
  ['sign-up', 'auth'],
  ['invitations', 'identity'],
  ['invitations', 'attempts'],
  ['activities', 'identity'],
  ['activities', 'audit'],
  ['tasks', 'activities'],
  ['tasks', 'identity'],
  ['tasks', 'audit'],
  ['tombstones', 'identity'],
  ['tombstones', 'audit'],
  ['views', 'audit'],
  ['views', 'identity'],
  ['absences', 'calendars'],
  ['candidates', 'limits'],
  ['stages', 'limits'],
  ['break-glass', 'searches'],
  ['corrections', 'pipeline'],
  ['corrections', 'searches'],
  ['stage-edits', 'pipeline'],
  ['stage-edits', 'searches'],
  ['pipeline', 'searches'],
  ['newcomers', 'pipeline'],
  ['interviews', 'pipeline'],
  ['placements', 'pipeline'],
  ['offers', 'placements'],
  ['offers', 'pipeline'],
  ['offers', 'searches'],
  ['policies', 'clocks'],
  ['stalls', 'clocks'],
  ['stalls', 'policies'],
  ['stalls', 'metrics'],
  ['flags', 'clocks'],
  ['flags', 'stalls'],
  ['today', 'clocks'],
  ['today', 'flags'],
  ['today', 'stalls'],
  ['notifications', 'mails'],
  ['reminders', 'mails'],
  ['reminders', 'notifications'],
  ['mail-log', 'notifications'],
  ['deliveries', 'notifications'],
  ['mail-log', 'reminders'],
  ['deliveries', 'mail-log'],
  ['deliveries', 'reminders'],
  ['deliveries', 'mails'],
  ['print', 'reports'],
  ['users', 'hand-over'],
  ['compliance', 'notifications'],
  ['compliance', 'reminders'],
  ['compliance', 'deliveries'],
  ['compliance', 'mail-log'],
  ['merges', 'import-files'],
  ['imports', 'import-files'],
  ['imports', 'merges'],
  ['compliance', 'import-files'],
  ['compliance', 'imports'],
];

const only = (names) => `^libs/(${names.join('|')})/`;
const suffix = (kind) => `\\.${kind}\\.tsx?$`;
const NEST = '^(node_modules/)?(@nestjs|typeorm|bullmq|ioredis|pg|class-validator|nodemailer|better-auth)(/|$)';

// Two short rules instead of one long one: the checker takes every pattern apart before it looks at a file.
const floors = FLOORS.flatMap((floor, level) => {
  const above = FLOORS.slice(level + 1).flat();
  const beside = floor.map((room) => {
    const allowed = [room, ...SIDEWAYS.filter(([from]) => from === room).map(([, to]) => to)];
    const forbidden = floor.filter((name) => !allowed.includes(name));
    return {
      name: `floor-of-${room}`,
      severity: 'error',
      comment: `${room} may call down or along an arrow, never sideways without one.`,
      from: { path: only([room]) },
      to: { path: forbidden.length > 0 ? only(forbidden) : '^$' },
    };
  });
  const up = {
    name: `nothing-goes-up-from-floor-${level}`,
    severity: 'error',
    comment: 'Calls go down; a room that wants something to happen above it announces a fact.',
    from: { path: only(floor) },
    to: { path: above.length > 0 ? only(above) : '^$' },
  };
  return [up, ...beside];
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'Import the file that has what you need.',
      from: {},
      to: { path: '^(libs|apps)/.*/index\\.tsx?$' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'rooms-do-not-know-the-roof',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'doors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    ...floors,
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: suffix('rules') },
      to: {
        path: `${NEST}|^(node:)?(fs|net|http|https|crypto|child_process|process|os|path|stream)(/|$)|^libs/platform/(?!(time|values)/)`,
      },
    },
    {
      name: 'rules-use-types-and-rules',
      severity: 'error',
      from: { path: suffix('rules') },
      to: { path: '\\.(service|repository|entity|module|events|jobs)\\.tsx?$' },
    },
    {
      name: 'repositories-stay-in-their-room',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*\\.repository\\.ts$' },
      to: {
        path: '^libs/',
        pathNot: '^libs/($1|platform)/|\\.(sql|types)\\.ts$',
      },
    },
    {
      name: 'sql-is-words-only',
      severity: 'error',
      from: { path: suffix('sql') },
      to: { path: '.', pathNot: '\\.(sql|types)\\.ts$' },
    },
    {
      name: 'repositories-do-not-decide',
      severity: 'error',
      from: { path: suffix('repository') },
      to: { path: '\\.(service|rules|controller|dto)\\.tsx?$' },
    },
    {
      name: 'services-do-not-know-doors-or-queues',
      severity: 'error',
      from: { path: suffix('service') },
      to: {
        path: '\\.(dto|controller|processor)\\.tsx?$|(^|node_modules/)(bullmq|ioredis|fastify|@nestjs/(swagger|bullmq|platform-fastify))(/|$)',
      },
    },
    {
      name: 'services-use-other-rooms-through-their-service',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*\\.service\\.ts$' },
      to: { path: '^libs/[^/]+/.*\\.(repository|entity)\\.ts$', pathNot: '^libs/$1/' },
    },
    {
      name: 'a-file-in-a-room-has-a-known-suffix',
      severity: 'error',
      comment: 'A file without one is a hole in the wall, for no other rule sees it.',
      from: {},
      to: {
        path: '^libs/(?!platform/|api-client/)',
        pathNot: [
          '\\.(rules|service|repository|entity|types|events|module|holdings|sql|token|adapter|merge)\\.tsx?$',
          '-(file|mail|page|thread)\\.tsx?$',
        ],
      },
    },
    {
      name: 'facts-are-audited-and-announced-in-one-call',
      severity: 'error',
      comment:
        'audit.fact does both. What no person did is announced alone (stalls), as is what the audit keeps under another name (imports) or not at all (invitations).',
      from: { path: suffix('service'), pathNot: '^libs/(audit|stalls|imports|invitations|platform)/' },
      to: { path: '^libs/platform/announcements/' },
    },
    {
      name: 'tokens-are-computed',
      severity: 'error',
      comment: 'What is signed or hashed: made and read again from words and a secret.',
      from: { path: suffix('token') },
      to: { path: `${NEST}|^libs/`, pathNot: '\\.token\\.ts$' },
    },
    {
      name: 'merges-are-sets',
      severity: 'error',
      from: { path: suffix('merge') },
      to: { path: '\\.(service|repository|controller|dto|processor)\\.ts$' },
    },
    {
      name: 'controllers-call-services',
      severity: 'error',
      from: { path: suffix('controller') },
      to: { path: '\\.(repository|entity|rules)\\.ts$|(^|node_modules/)(typeorm|pg)(/|$)' },
    },
    {
      name: 'dtos-are-shapes',
      severity: 'error',
      from: { path: suffix('dto') },
      to: {
        path: '^libs/',
        pathNot: '\\.types\\.ts$|^libs/platform/',
      },
    },
    {
      name: 'docs-are-words',
      severity: 'error',
      from: { path: suffix('docs') },
      to: { path: '.', pathNot: '^apps/api/src/http/documented\\.ts$' },
    },
    {
      name: 'processors-call-services',
      severity: 'error',
      from: { path: suffix('processor') },
      to: { path: '\\.(repository|entity)\\.ts$|(^|node_modules/)(typeorm|pg)(/|$)' },
    },
    {
      name: 'entities-stay-in-their-room',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*\\.entity\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/$1/|^libs/platform/time/local-date\\.ts$|\\.types\\.ts$' },
    },
    {
      name: 'holdings-are-declarations',
      severity: 'error',
      from: { path: suffix('holdings') },
      to: { path: '^(libs|apps)/', pathNot: '^libs/platform/persons/|\\.holdings\\.ts$' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      comment: 'Another migration may be imported: to restore what it made, on the way down.',
      from: { path: '/migrations/' },
      to: { path: '^(libs|apps)/', pathNot: '/migrations/' },
    },
    {
      name: 'typeorm-in-repositories-only',
      severity: 'error',
      from: {
        path: '^(libs|apps)/',
        pathNot: '\\.(repository|entity|module)\\.ts$|^libs/platform/(database|migrate)/',
      },
      to: { path: '(^|node_modules/)typeorm(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-the-api-client-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/api-client/' },
    },
    {
      name: 'web-features-stay-apart',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-shared-folders-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.tsx?$|/dist/' },
    webpackConfig: { fileName: 'tools/rules/resolve.cjs' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
    builtInModules: { add: [] },
  },
};

// for tools/rules.mjs; dependency-cruiser takes no key that it does not know
Object.defineProperty(module.exports, 'HOUSE', { value: { FLOORS, SIDEWAYS } });
