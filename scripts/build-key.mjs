import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build is made from: own code, what makes it, and which packages are installed, by the list npm keeps of them. */
const FOLDERS = ['src', 'charts', 'choices', 'imports', 'monitoring', 'providers', 'resources'];
const FILES = [
  ...['bundle.mjs', 'plain-patterns.mjs'].map((name) => `scripts/${name}`),
  ...['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'],
];

/**
 * Names what a build is made from by its content, not its times: the same after a branch was left and come back to, and
 * another as soon as one byte differs. 16 hexadecimal digits.
 */
export function buildKey(root) {
  const sources = FOLDERS.flatMap((folder) => sourcesIn(root, folder)).sort();
  const hash = createHash('sha256');
  for (const path of [...FILES.filter((file) => existsSync(join(root, file))), ...sources]) {
    const content = readFileSync(join(root, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(root, path);
    return /\.(ts|json)$/.test(path) && !/\.(test|fixture)\.ts$/.test(path) ? [path] : [];
  });
}
