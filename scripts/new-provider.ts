import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constantOf, faultOfName, registerEntry } from './register-entry.ts';

/** Creates a provider to be written, and registers it: `npm run new:provider -- NAME`. */
const REGISTRY = 'providers/index.ts';

const name = process.argv[2] ?? '';
const fault = faultOfName(name, existsSync(`providers/${name}`));
if (fault) {
  console.error(`${fault}\nusage: npm run new:provider -- NAME, who makes resources exist, as external`);
  process.exitCode = 2;
} else {
  create(name);
}

function create(name: string): void {
  const folder = `providers/${name}`;
  const constant = constantOf(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/resolve.ts`, providerFile(name, constant));
  const entry = { name, constant, file: 'resolve.ts' };
  writeFileSync(REGISTRY, registerEntry(readFileSync(REGISTRY, 'utf8'), entry));
  console.log(`${folder}/resolve.ts: make resources of the model, or report what keeps them from being
${REGISTRY}: registered

npx vitest run resources
fails until nothing is left to do. Then: npm run fix, npm run schema`);
}

function providerFile(name: string, constant: string): string {
  return `import type { Provider } from '../provider.ts';

/** TODO: who makes resources exist, and what the environment says of them. */
export const ${constant}: Provider = {
  summary: 'TODO: how they come to exist',
  resolve: (resource, { type }, { report }) => {
    report(['resources', resource, 'type'], \`${name} has no \${type}\`, { fix: 'name another provider' });
    return undefined;
  },
};
`;
}
