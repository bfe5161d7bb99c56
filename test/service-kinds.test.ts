import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KIND_TRAITS, type KindTraits, SERVICE_KINDS } from '../src/model/kind-traits.ts';

const files = ['charts', 'choices', 'imports', 'monitoring', 'providers', 'resources', 'scripts', 'src']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !/\.(test|prove|fixture)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const KIND = `'(${SERVICE_KINDS.join('|')})'`;
/** `kind === 'cron'`, `case 'cron':`, `['cron', 'task'].includes(kind)`, `new Set(['cron'])`. */
const COMPARISON = new RegExp(
  `[=!]==? ${KIND}|${KIND} [=!]==?|case ${KIND}|(new Set\\(\\[)(${KIND}(, )?)+\\]|\\[(${KIND}(, )?)+\\]\\.includes`,
);

test('nothing asks which kind a service is: it asks for a trait', () => {
  expect(files.length).toBeGreaterThan(600);
  expect(files.filter(({ text }) => COMPARISON.test(text)).map(({ file }) => file)).toEqual([]);
});

test('only the table of traits and what makes the workload of each kind has an entry for each', () => {
  const byKind = files.filter(({ text }) => /Record<\s*(ServiceKind|Service\['kind'\])/.test(text));
  expect(byKind.map(({ file }) => file).sort()).toEqual([
    'charts/workload/chart.ts',
    'src/model/kind-traits.ts',
  ]);
});

const traits = Object.keys(KIND_TRAITS.web).filter((trait) => trait !== 'summary') as (keyof KindTraits)[];

test.each(traits)('the trait %s tells kinds apart, and something asks for it', (trait) => {
  expect(new Set(SERVICE_KINDS.map((kind) => KIND_TRAITS[kind][trait])).size).toBeGreaterThan(1);
  const asks = files.filter(
    ({ file, text }) =>
      !file.endsWith('/kind-traits.ts') && text.includes('KIND_TRAITS') && text.includes(trait),
  );
  expect(asks).not.toEqual([]);
});

test.each([
  "if (service.kind === 'cron') return;",
  "kind !== 'web' && isOpen",
  "if ('task' === kind) return;",
  "    case 'stateful':",
  "['cron', 'task'].includes(kind)",
])('%s is such a question', (line) => {
  expect(COMPARISON.test(line)).toBe(true);
});
