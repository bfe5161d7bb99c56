import { spawnSync } from 'node:child_process';

/** Everything that must hold before a change lands, but for the tests: `npm run check`. Runs all, then tells. */
const steps: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'lint and format', command: ['npx', 'biome', 'ci', '--error-on-warnings'] },
  { name: 'types', command: ['npx', 'tsc', '--project', '.'] },
  { name: 'layers', command: ['npx', 'vitest', 'run', 'test/layers.test.ts'] },
  { name: 'dead code', command: ['npx', 'knip'] },
  { name: 'engines', command: ['npm', 'run', '--silent', 'engines', '--', '--check'] },
  { name: 'docs fresh', command: ['node', '--import', 'tsx', 'scripts/schema.ts', '--check'] },
  { name: 'README figures fresh', command: ['node', '--import', 'tsx', 'scripts/figures.ts', '--check'] },
  { name: 'dist/ fresh', command: ['npm', 'run', '--silent', 'synth', '--', '--check'] },
  { name: 'runbooks fresh', command: ['npm', 'run', '--silent', 'runbooks', '--', '--check'] },
  { name: 'pictures fresh', command: ['npm', 'run', '--silent', 'dashboards', '--', '--check'] },
];

const failed = steps.filter(({ name, command }) => {
  const [program, ...rest] = command as [string, ...string[]];
  console.log(`\n# ${name}`);
  return spawnSync(program, rest, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});
for (const { name } of steps) {
  console.log(`${failed.some((step) => step.name === name) ? 'FAILED' : 'ok    '} ${name}`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
