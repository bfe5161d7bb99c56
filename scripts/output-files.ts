/** The files of an output to be written, by name: what it is, how it renders, and the test of that. */
export function outputFiles(name: string, constant: string): ReadonlyMap<string, string> {
  const render = `render${constant.charAt(0).toUpperCase()}${constant.slice(1)}`;
  return new Map([
    ['output.ts', outputFile(name, constant, render)],
    ['render.ts', renderFile(render)],
    ['render.test.ts', testFile(render)],
  ]);
}

function outputFile(name: string, constant: string, render: string): string {
  return `import { defineOutput } from '../output.ts';
import { ${render} } from './render.ts';

/** TODO: whom it is for. */
export const ${constant} = defineOutput({
  name: '${name}',
  summary: 'TODO: what it is, in one line',
  scope: 'environment',
  keep: ({ environment, manifests }) => ({ environment, manifests }),
  render: (kept) => ({
    files: ${render}(kept.map(({ environment }) => environment)),
    objects: kept.reduce((sum, { manifests }) => sum + manifests.length, 0),
  }),
});
`;
}

function renderFile(render: string): string {
  return `import type { Environment } from '../../model/environment.ts';
import type { FileTree } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';

/** TODO: what the files say. */
export function ${render}(environments: readonly Environment[]): FileTree {
  return new Map(environments.map(({ name, platform }) => [\`\${name}.yaml\`, writeYaml({ name, platform })]));
}
`;
}

function testFile(render: string): string {
  return `import { expect, test } from 'vitest';
import { sampleEnvironment } from '../../../test/sample.ts';
import { ${render} } from './render.ts';

test('TODO: what it shows of an environment', () => {
  const environment = sampleEnvironment();
  expect([...${render}([environment]).keys()]).toEqual([\`\${environment.name}.yaml\`]);
});
`;
}
