import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { overlayFigures } from '../src/outputs/kustomize/figures.ts';
import { outputs } from '../src/outputs/outputs.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { startRun } from '../src/pipeline/pipeline.ts';
import { figuresRow, putFigures } from './figures/between-markers.ts';
import { layerFigures } from './figures/layer-picture.ts';
import { resourceTypesTable } from './figures/resource-types.ts';
import { watchedTable } from './figures/watched.ts';
import { LAYERS } from './layers.ts';

/**
 * Writes how much input makes how much output into the README, how much watches each environment and what each type of
 * resource offers into their pages, between their markers: `npm run figures`. With `--check` it writes nothing and fails when they say something else.
 */
const HEAD = [
  '| | lines written | objects | lines rendered | of the Kustomize overlay | of the Helm values file |',
  '|---|---:|---:|---:|---:|---:|',
];

const run = startRun({ input: 'environments', selection: {}, outputs, today: today(), isChecked: false });
const input = run.files;
const rendered: { folder: string; tree: ReadonlyMap<string, string>; objects: number }[] = [];
for await (const { folder, files, objects } of run.folders) {
  const tree = new Map(files);
  rendered.push({ folder, tree, objects });
}
const treeOf = (folder: string) =>
  rendered.find((output) => output.folder === folder)?.tree ?? new Map<string, string>();

const rows = [...new Set(input.map(({ folder }) => folder))].flatMap((platform) => {
  const overlays = overlayFigures(treeOf(`kustomize/${platform}`));
  const chart = treeOf(`helm/${platform}`);
  const own = input.filter(({ folder }) => folder === platform);
  const linesIn = (name: string) => lines(decode(own.find((file) => file.name === name)?.bytes));
  const environments = rendered
    .filter(({ folder }) => folder.startsWith(`manifests/${platform}/`))
    .map(({ folder, tree, objects }) => {
      const name = folder.split('/')[2] as string;
      const renderedLines = [...tree.values()].reduce((sum, text) => sum + lines(text), 0);
      const values = lines(chart.get(`values-${name}.yaml`) ?? '');
      return {
        name,
        written: linesIn(`${name}.yaml`),
        objects,
        rendered: renderedLines,
        overlay: overlays.get(name) ?? 0,
        values,
      };
    });
  const shared = linesIn('platform.yaml');
  const sum = (key: 'written' | 'objects' | 'rendered' | 'overlay' | 'values') =>
    environments.reduce((total, environment) => total + environment[key], 0);
  return [
    figuresRow(`${platform}, for all environments`, [shared, 0, 0, 0, 0]),
    ...environments.map(({ name, ...figures }) => figuresRow(`${platform}/${name}`, Object.values(figures))),
    figuresRow(`**${platform}, together**`, [
      shared + sum('written'),
      sum('objects'),
      sum('rendered'),
      sum('overlay'),
      sum('values'),
    ]),
  ];
});

const isCheck = process.argv.includes('--check');
putFigures('README.md', [...HEAD, ...rows], isCheck);
putFigures('docs/input.md', resourceTypesTable(), isCheck);
putFigures('docs/architecture.md', layerFigures(LAYERS), isCheck);
putFigures('docs/observability.md', watchedTable(loadEnvironments(input, loadContext(today()))), isCheck);

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

function lines(text: string): number {
  return text.split('\n').length - 1;
}
