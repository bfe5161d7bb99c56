import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constantOf, faultOfName, registerEntry } from './register-entry.ts';

/** Creates a type of resource to be written, and registers it: `npm run new:resource -- NAME`. */
const REGISTRY = 'resources/index.ts';

const name = process.argv[2] ?? '';
const fault = faultOfName(name, existsSync(`resources/${name}`));
if (fault) {
  console.error(`${fault}\nusage: npm run new:resource -- NAME, what it is and not who runs it, as redis`);
  process.exitCode = 2;
} else {
  create(name);
}

function create(name: string): void {
  const folder = `resources/${name}`;
  const constant = constantOf(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/type.ts`, typeFile(name, constant));
  const entry = { name, constant, file: 'type.ts' };
  writeFileSync(REGISTRY, registerEntry(readFileSync(REGISTRY, 'utf8'), entry));
  console.log(`${folder}/type.ts: say its port, outputs, and how its clients verify
${REGISTRY}: registered

If its own metrics are to be read: exporter.ts, metrics.ts, alerts.ts and dashboard.ts beside it, as in resources/redis, or
resources/rabbitmq where it has metrics itself; and \`watching\` in type.ts.

npx vitest run resources
fails until nothing is left to do. Then: npm run fix, npm run schema, npm run figures`);
}

function typeFile(name: string, constant: string): string {
  return `import { NETWORKED } from '../networked.ts';
import { ACCOUNT, HOST_AND_PORT, template } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** TODO: what it is, and where its port and the form of its URL are written down. */
export const ${constant}: ResourceType = {
  ...NETWORKED,
  title: 'TODO: all of them, as the title of a dashboard',
  one: 'TODO: one of them, in a sentence',
  endpoints: [{ name: 'main', port: 0, protocol: 'TCP' }],
  outputs: { ...HOST_AND_PORT, ...ACCOUNT, url: template('${name}://{username}:{password}@{host}:{port}') },
};
`;
}
