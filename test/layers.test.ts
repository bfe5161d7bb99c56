import { readFileSync } from 'node:fs';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

/** Who may import whom. A folder may always import itself; tests may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/yaml': [],
  'src/words': [],
  'src/cron': [],
  'src/access': ['src/model'],
  'src/secrets': [],
  'src/config': ['src/model', 'src/yaml', 'src/words', 'src/cron', 'src/secrets', 'choices', 'resources'],
  'src/edit': ['src/config', 'src/model', 'src/yaml', 'src/words'],
  'src/checks': ['src/model', 'src/yaml', 'src/words', 'src/cron', 'src/secrets'],
  'src/reporters': ['src/model'],
  'src/outputs': ['choices', 'src/model', 'src/yaml'],
  'src/diff': ['src/model'],
  'src/io': ['src/model', 'src/words'],
  'monitoring/forms': ['src/model'],
  resources: ['monitoring/forms', 'src/model'],
  monitoring: ['resources', 'src/access', 'src/model', 'src/yaml'],
  imports: ['src/model'],
  charts: ['choices', 'imports', 'monitoring', 'resources', 'src/access', 'src/model'],
  choices: ['charts', 'imports', 'src/config', 'src/model', 'monitoring'],
  'src/synth': ['charts', 'src/config', 'src/model'],
  'src/pipeline': [
    'src/checks',
    'src/config',
    'src/io',
    'src/model',
    'src/outputs',
    'src/reporters',
    'src/synth',
    'src/yaml',
  ],
};

const NODE_ALLOWED = '^(src/io|src/cli|scripts|main\\.ts|charts/workload/config-checksum\\.ts)';
/** What is a file's own business with the world without any import: the terminal, the process, the clock, chance. */
const GLOBALS =
  /\b(console\.|process\.(env|argv|exit|on|once|std|cwd|kill|pid)|performance\.|Date\.now|new Date\(\)|Math\.random)/;
const CDK8S_ALLOWED = '^(charts|choices|imports|src/synth|main\\.ts)';

const rules: readonly IForbiddenRuleType[] = [
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    name: `${folder} imports only ${allowed.join(', ') || 'itself'}`,
    from: { path: `^${folder}/` },
    to: {
      path: '^(src|charts|choices|imports|monitoring|resources|scripts|test|main\\.ts)',
      pathNot: `^(${[folder, ...allowed].join('|')})/`,
    },
  })),
  {
    name: 'node modules of the platform only at the edges',
    from: { pathNot: NODE_ALLOWED },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'cdk8s and constructs only where objects are made',
    from: { pathNot: CDK8S_ALLOWED },
    to: { path: '^node_modules/(cdk8s|constructs|cdk8s-plus-[0-9]+)/' },
  },
  { name: 'no cycles', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
];

test('folders import only what their place in the pipeline allows', async () => {
  const { output } = await cruise(
    ['src', 'charts', 'choices', 'imports', 'monitoring', 'resources', 'main.ts'],
    {
      validate: true,
      ruleSet: { forbidden: [...rules] },
      exclude: { path: '\\.(test|fixture)\\.ts$' },
      tsPreCompilationDeps: true,
      doNotFollow: { path: '^node_modules' },
    },
  );
  const { summary, modules } = output as ICruiseResult;
  const own = modules.filter((module) =>
    /^(src|charts|choices|imports|monitoring|resources|main)/.test(module.source),
  );
  expect(own.length).toBeGreaterThan(60);
  const pure = own.filter(({ source }) => !new RegExp(NODE_ALLOWED).test(source));
  const impure = pure.filter(({ source }) => GLOBALS.test(withoutComments(readFileSync(source, 'utf8'))));
  expect(impure.map(({ source }) => source)).toEqual([]);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
