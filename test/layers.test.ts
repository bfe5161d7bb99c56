import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { LAYERS } from '../scripts/layers.ts';

const NODE_ALLOWED = '^(src/io|src/cli|scripts|main\\.ts|charts/workload/config-checksum\\.ts)';
/** What is a file's own business with the world without any import: the terminal, the process, the clock, chance. */
const GLOBALS =
  /\b(console\.|process\.(env|argv|exit|on|once|std|cwd|kill|pid)|performance\.|Date\.now|new Date\(\)|Math\.random)/;
const CDK8S_ALLOWED = '^(charts|choices|imports|src/synth|main\\.ts)';

/** The folders at the top that hold code. */
const ROOMS = [...new Set(LAYERS.map(({ folder }) => folder.split('/')[0] as string))];

const rules: readonly IForbiddenRuleType[] = [
  ...LAYERS.map(({ folder, mayImport: allowed }) => ({
    name: `${folder} imports only ${allowed.join(', ') || 'itself'}`,
    from: { path: `^${folder}/` },
    to: {
      path: `^(${[...ROOMS, 'scripts', 'test'].join('|')}|main\\.ts)`,
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

test('every folder of src is a layer, and every layer is there', () => {
  const folders = readdirSync('src').map((name) => `src/${name}`);
  const layers = [...LAYERS.map(({ folder }) => folder), 'src/cli'];
  expect(folders.filter((folder) => !layers.includes(folder))).toEqual([]);
  expect(layers.filter((folder) => !existsSync(folder))).toEqual([]);
});

test('folders import only what their place in the pipeline allows', async () => {
  const { output } = await cruise([...ROOMS, 'main.ts'], {
    validate: true,
    ruleSet: { forbidden: [...rules] },
    exclude: { path: '\\.(test|fixture)\\.ts$' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
  });
  const { summary, modules } = output as ICruiseResult;
  const own = modules.filter(({ source }) => [...ROOMS, 'main.ts'].includes(source.split('/')[0] ?? ''));
  expect(own.length).toBeGreaterThan(60);
  const pure = own.filter(({ source }) => !new RegExp(NODE_ALLOWED).test(source));
  const impure = pure.filter(({ source }) => GLOBALS.test(withoutComments(readFileSync(source, 'utf8'))));
  expect(impure.map(({ source }) => source)).toEqual([]);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
