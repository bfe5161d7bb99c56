import { readFileSync, writeFileSync } from 'node:fs';
import { renderEnvironments } from '../src/cli/render-environments.ts';
import { selectInput } from '../src/cli/select-input.ts';

/**
 * Writes how much input makes how much output into the README, between its markers: `npm run figures`.
 * With `--check` it writes nothing and fails when the README says something else.
 */
const START = '<!-- figures: made by npm run figures -->';
const END = '<!-- /figures -->';

const files = selectInput('environments', {});
const rendered = [...renderEnvironments(files)].map(({ platform, environment, files: made, objects }) => {
  const text = [...made].map(([, content]) => content);
  return { platform, environment, lines: linesOf(text), objects: objects() };
});
const rows = [...new Set(files.map(({ folder }) => folder))].flatMap((platform) => {
  const input = files.filter(({ folder }) => folder === platform);
  const shared = input.find(({ name }) => name === 'platform.yaml');
  const environments = rendered.filter((item) => item.platform === platform);
  return [
    ...environments.map(({ environment, objects, lines: made }) => {
      const own = input.find(({ name }) => name === `${environment}.yaml`);
      return row(`${platform}/${environment}`, lines(own?.bytes), objects, made);
    }),
    row(`${platform}/platform.yaml, shared by all`, lines(shared?.bytes), 0, 0),
    row(
      `**${platform}, together**`,
      input.reduce((sum, { bytes }) => sum + lines(bytes), 0),
      environments.reduce((sum, { objects }) => sum + objects, 0),
      environments.reduce((sum, { lines: made }) => sum + made, 0),
    ),
  ];
});
const table = [
  '| | lines written | objects rendered | lines rendered |',
  '|---|---:|---:|---:|',
  ...rows,
].join('\n');

const readme = readFileSync('README.md', 'utf8');
const [before, rest] = readme.split(START);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`README.md has no ${START} ... ${END}`);
const updated = `${before}${START}\n\n${table}\n\n${END}${after}`;
if (!process.argv.includes('--check')) writeFileSync('README.md', updated);
else if (updated !== readme) {
  console.error('the figures in README.md are stale: run npm run figures');
  process.exitCode = 1;
}

function row(name: string, written: number, objects: number, renderedLines: number): string {
  const number = (value: number) => (value === 0 ? '' : value.toLocaleString('en-US'));
  return `| ${name} | ${number(written)} | ${number(objects)} | ${number(renderedLines)} |`;
}

function lines(bytes: Uint8Array | undefined): number {
  return linesOf([new TextDecoder().decode(bytes)]);
}

function linesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
}
