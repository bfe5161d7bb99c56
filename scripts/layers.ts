/** A folder of code, what it holds, and which other folders it may import. */
export interface Layer {
  readonly folder: string;
  /** For docs/architecture.md, in Markdown. */
  readonly holds: string;
  readonly mayImport: readonly string[];
}

/** Who may import whom. A folder may always import itself, tests may import anything; `test/layers.test.ts` enforces it. */
export const LAYERS: readonly Layer[] = [
  {
    folder: 'src/model',
    holds: 'the types everything speaks: Environment, Service, Resource, Dependency, Manifest, FileTree',
    mayImport: [],
  },
  { folder: 'src/cron', holds: 'schedules as Kubernetes reads them', mayImport: [] },
  {
    folder: 'src/access',
    holds: 'what people may do: rules of their roles, and the rights that a `kubectl` command needs',
    mayImport: ['src/model'],
  },
  { folder: 'src/maps', holds: 'what is a map of plain data', mayImport: [] },
  {
    folder: 'src/quantities',
    holds: 'CPU, memory and other amounts as Kubernetes writes them',
    mayImport: [],
  },
  { folder: 'src/words', holds: 'the word somebody most likely meant', mayImport: [] },
  { folder: 'src/secrets', holds: 'what looks like a secret in a text', mayImport: [] },
  {
    folder: 'src/yaml',
    holds: 'reading YAML with positions, writing it fast and readable by every parser',
    mayImport: [],
  },
  {
    folder: 'src/config',
    holds: 'YAML text to Environment, or ConfigError',
    mayImport: [
      'choices',
      'providers',
      'resources',
      'src/cron',
      'src/maps',
      'src/model',
      'src/quantities',
      'src/secrets',
      'src/words',
      'src/yaml',
    ],
  },
  {
    folder: 'imports',
    holds: 'API objects of each kind as classes, typed by published type packages',
    mayImport: ['src/model'],
  },
  {
    folder: 'monitoring/forms',
    holds: 'what alerts, runbooks, dashboards and scrape jobs are written in',
    mayImport: ['src/model'],
  },
  {
    folder: 'resources',
    holds:
      'one folder per type of resource: what it offers, its exporter, alerts and dashboard; `index.ts` is the registry',
    mayImport: ['monitoring/forms', 'src/model'],
  },
  {
    folder: 'providers',
    holds: 'one folder per provider: how resources come to exist; `index.ts` is the registry',
    mayImport: ['resources', 'src/config', 'src/model', 'src/words'],
  },
  {
    folder: 'monitoring',
    holds:
      'what watches an environment, as content: what is scraped, rules with their tests and runbooks, dashboards, configuration of each program; see [observability](observability.md)',
    mayImport: ['resources', 'src/access', 'src/model', 'src/yaml'],
  },
  {
    folder: 'charts',
    holds: 'one folder per concern; `index.ts` is the registry, in the order objects stand in a file',
    mayImport: ['choices', 'imports', 'monitoring', 'resources', 'src/access', 'src/model'],
  },
  {
    folder: 'choices',
    holds:
      'what clusters have differently, a folder for each choice: how it is written, what is refused, what is rendered; see [choices](#choices)',
    mayImport: ['charts', 'imports', 'monitoring', 'src/config', 'src/model'],
  },
  {
    folder: 'src/synth',
    holds: 'Environment to manifests, patches, sync waves',
    mayImport: ['charts', 'src/config', 'src/model', 'src/words'],
  },
  {
    folder: 'src/outputs',
    holds: 'one folder per format; `index.ts` is the registry',
    mayImport: ['choices', 'src/maps', 'src/model', 'src/yaml'],
  },
  {
    folder: 'src/edit',
    holds:
      'image versions in the text of the input: read, changed, promoted, brought back; see [day two](day-two.md)',
    mayImport: ['src/config', 'src/model', 'src/words', 'src/yaml'],
  },
  {
    folder: 'src/fields',
    holds: 'paths of fields in objects, what stands there, and where two versions differ',
    mayImport: ['src/maps', 'src/yaml'],
  },
  {
    folder: 'src/provenance',
    holds:
      'which line of the input decided a field of an object or of the model; see [its rationale](../src/provenance/rationale.md)',
    mayImport: ['src/config', 'src/fields', 'src/model', 'src/synth'],
  },
  {
    folder: 'src/checks',
    holds:
      'one folder per check, with its cases; `inventory/` is what they look things up in, `schemas/` the shapes of kinds',
    mayImport: [
      'src/cron',
      'src/fields',
      'src/maps',
      'src/model',
      'src/quantities',
      'src/secrets',
      'src/words',
      'src/yaml',
    ],
  },
  { folder: 'src/reporters', holds: 'one file per report format', mayImport: ['src/model'] },
  { folder: 'src/diff', holds: 'where two sets of objects part', mayImport: ['src/model'] },
  {
    folder: 'src/io',
    holds: 'the only user of `node:fs` beside the command line and the scripts',
    mayImport: ['src/model', 'src/words'],
  },
  {
    folder: 'src/pipeline',
    holds: 'the steps from the input to `dist/`, in order',
    mayImport: [
      'src/checks',
      'src/config',
      'src/io',
      'src/model',
      'src/outputs',
      'src/provenance',
      'src/reporters',
      'src/synth',
      'src/yaml',
    ],
  },
];
