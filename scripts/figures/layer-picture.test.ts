import { expect, test } from 'vitest';
import { layerFigures, shownImports } from './layer-picture.ts';

const GRAPH = new Map([
  ['cli', ['pipeline', 'charts', 'model']],
  ['pipeline', ['charts', 'model']],
  ['charts', ['choices', 'model']],
  ['choices', ['charts', 'model']],
  ['model', []],
]);

test.each([
  ['cli', ['pipeline']],
  ['pipeline', ['charts']],
  ['charts', ['choices', 'model']],
  ['choices', ['charts', 'model']],
  ['model', []],
])('of the imports of %s, the picture shows those that no other leads to: %j', (folder, shown) => {
  expect(shownImports(GRAPH, folder, GRAPH.get(folder) ?? [])).toEqual(shown);
});

test('there is a box and a row for each folder', () => {
  const lines = layerFigures([
    { folder: 'src/model', holds: 'types', mayImport: [] },
    { folder: 'charts', holds: 'concerns', mayImport: ['src/model'] },
  ]);
  expect(lines).toContain('  src_cli["src/cli"] --> charts["charts"]');
  expect(lines).toContain('  charts["charts"] --> src_model["src/model"]');
  expect(lines).toContain('| `charts` | concerns | model |');
  expect(lines).not.toContain('  src_cli["src/cli"] --> src_model["src/model"]');
});
