import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Packages of kubernetes-models ask for Node 22, and what Charthouse uses of them runs on 20: CI has their validators judge
 * every kind there. So that `npm ci` does not warn of each of them, the lock file keeps nothing of what they ask for:
 * `npm run engines` after one of them changed. With `--check` it writes nothing and fails when there is something to take
 * out.
 */
const LOCK = 'package-lock.json';
const PROVEN = /^node_modules\/(@kubernetes-models\/.*|kubernetes-models)$/;

interface Lock {
  readonly packages: Readonly<Record<string, object>>;
}

const text = readFileSync(LOCK, 'utf8');
const lock = JSON.parse(text) as Lock;
const packages = Object.fromEntries(
  Object.entries(lock.packages).map(([path, entry]) => [
    path,
    PROVEN.test(path) ? withoutEngines(entry) : entry,
  ]),
);
const wanted = `${JSON.stringify({ ...lock, packages }, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(LOCK, wanted);
} else if (text !== wanted) {
  console.error(`${LOCK} has engines that warn on Node 20; run npm run engines`);
  process.exitCode = 1;
}

function withoutEngines(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'engines'));
}
