/**
 * Which part may import which, each with its reason. tests/layers/layers.test.ts runs these rules over src, and plants
 * one violation of each to see that it is found.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const content = '^src/(data|engine|documents|render|terminal|store|reminders)/';
/** src/data/schema.ts and, for parts of it, src/data/<part>-schema.ts. */
const schema = ['^src/data/schema\\.ts$', '^src/data/[^/]+-schema\\.ts$'];
const notTypeOnly = { dependencyTypesNot: ['type-only', 'type-import'] };

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Imports point one way: parts that import each other can only be read, tested and loaded together.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'data-stands-alone',
      comment: 'Content is facts: it knows no rule, no text and no screen, so anybody can review it alone.',
      severity: 'error',
      from: { path: '^src/data/' },
      to: { path: '^src/', pathNot: '^src/data/' },
    },
    {
      name: 'engine-knows-data-types-only',
      comment:
        'The engine gets its knowledge as an argument, so laws can be tested with any knowledge, and loading it loads no content.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^src/data/', ...notTypeOnly },
    },
    {
      name: 'engine-is-below-all-else',
      comment: 'The engine decides; it does not know how a decision is said, shown or kept.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^src/', pathNot: '^src/(engine|data)/' },
    },
    {
      name: 'documents-say-what-the-engine-decided',
      comment: 'A document is made from a result: no command, no look, no terminal.',
      severity: 'error',
      from: { path: '^src/documents/' },
      to: { path: '^src/', pathNot: '^src/(documents|engine|data)/' },
    },
    {
      name: 'render-knows-only-the-document',
      comment: 'One Document type serves every format, so a new view or a new format is one file.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { path: '^src/', pathNot: '^src/(render/|documents/document\\.ts$)' },
    },
    {
      name: 'only-main-wires-the-world',
      comment: 'Everything else sees the ports in src/context.ts, so a test brings its own world.',
      severity: 'error',
      from: { path: '^src/(?!main\\.ts$)([^/]+)' },
      to: { path: '^src/(terminal|store|reminders)/', pathNot: '^src/$1/' },
    },
    {
      name: 'commands-are-on-top',
      comment: 'Commands connect the other parts; only the command line itself knows them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(commands/|cli\\.ts$|main\\.ts$)' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'nothing-imports-main',
      comment: 'main.ts starts the program when it is imported.',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'run-is-loaded-on-use',
      comment: 'Help and version read every command.ts; what a command does arrives by dynamic import.',
      severity: 'error',
      from: { path: '^src/(main\\.ts|cli\\.ts|commands/[^/]+/command\\.ts)$' },
      to: { path: '^src/commands/[^/]+/run\\.ts$', dynamic: false, ...notTypeOnly },
    },
    {
      name: 'declaring-a-command-is-cheap',
      comment: 'The same for content, rules and screens: a static import here is paid for by --version.',
      severity: 'error',
      from: { path: '^src/(cli\\.ts|commands/[^/]+/command\\.ts)$' },
      to: { path: content, dynamic: false, ...notTypeOnly },
    },
    {
      name: 'pure-parts-touch-no-machine',
      comment: 'Facts in, decision as a value, text out: no file, no process, no clock.',
      severity: 'error',
      from: { path: '^src/(data|engine|documents)/' },
      to: { dependencyTypes: ['core'], ...notTypeOnly },
    },
    {
      name: 'render-touches-no-machine',
      comment: 'Rendering is (document, theme) → string. node:util is allowed for its functions on strings.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?util$', ...notTypeOnly },
    },
    {
      name: 'schemas-are-types-when-it-runs',
      comment:
        'Content is checked by tests, so its schemas (and zod) are never loaded by the parts that only use it.',
      severity: 'error',
      from: { path: '^src/(data|engine|documents|render)/', pathNot: schema },
      to: { path: schema, ...notTypeOnly },
    },
    {
      name: 'zod-reads-what-comes-from-outside',
      comment: 'zod costs start-up time: it stands in the schema and at the store, where files come in.',
      severity: 'error',
      from: { path: '^src/(data|engine|documents|render)/', pathNot: schema },
      to: { path: 'node_modules/zod/', ...notTypeOnly },
    },
    {
      name: 'zod-mini-only',
      comment: 'One import of the full zod undoes what zod/mini saves.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(v4/)?mini/' },
    },
    {
      name: 'prompts-in-the-terminal',
      comment: 'Questions are asked through the Prompter port, so a command runs without a terminal too.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/terminal/' },
      to: { path: 'node_modules/(@inquirer|inquirer)/' },
    },
    {
      name: 'files-in-the-store',
      comment: 'Locks and preference files have one owner.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|reminders)/' },
      to: { path: 'node_modules/(conf|proper-lockfile)/' },
    },
    {
      name: 'programs-are-started-by-adapters',
      comment:
        'Another program may be missing, fail or hang: one part knows how to live with that. The editor waits for its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(reminders/|commands/config/editor\\.ts$)' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'adapters-know-ports-and-engine',
      comment: 'What reaches out of the program is told what to do; it decides, words and draws nothing.',
      severity: 'error',
      from: { path: '^src/reminders/' },
      to: {
        path: '^src/',
        pathNot: '^src/(reminders/|engine/|context\\.ts$|reminder-delivery\\.ts$|errors\\.ts$)',
      },
    },
    {
      name: 'commander-in-the-command-line',
      comment: 'A run.ts gets options of its domain, so it can be called and tested without argv.',
      severity: 'error',
      from: { path: '^src/(data|engine|documents|render|store|reminders)/|^src/commands/.*run\\.ts$' },
      to: { path: 'node_modules/commander/' },
    },
    {
      name: 'imports-resolve',
      comment: 'What cannot be found here breaks the installed program.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'Nothing of tests, scripts or bin is in the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts|bin|dist)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a layer that knows another's types is coupled to it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    exoticRequireStrings: [],
  },
};
