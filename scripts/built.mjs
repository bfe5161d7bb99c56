import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildKey } from './build-key.mjs';

/** Builds that stay: those of a few branches, and any that somebody may be running. */
const KEPT = 4;
const IN_USE_MS = 600_000;

/**
 * Path of the command line, bundled from the sources as they are: `build/<key>/charthouse.js`, made only when there is
 * none for that content. `build/charthouse.js` becomes the same. A build is put in place whole, so one that is interrupted
 * leaves nothing that is taken for a build, and two at once do not disturb each other or what runs already.
 */
export async function built(root = process.cwd(), bundle = bundled) {
  const key = buildKey(root);
  const folder = join(root, 'build', key);
  if (!existsSync(folder)) await make(folder, bundle);
  const now = new Date();
  utimesSync(folder, now, now);
  pointTo(root, key);
  removeOld(root, key);
  return join(folder, 'charthouse.js');
}

/** Loaded when something is to be bundled, which it mostly is not. */
async function bundled(folder) {
  const { bundle } = await import('./bundle.mjs');
  await bundle(folder);
}

async function make(folder, bundle) {
  const partial = `${folder}.${process.pid}.partial`;
  try {
    await bundle(partial);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Somebody else was faster with the same.
    if (!existsSync(folder)) throw error;
  }
}

function pointTo(root, key) {
  const entry = join(root, 'build', 'charthouse.js');
  const text = `#!/usr/bin/env node\nimport './${key}/charthouse.js';\n`;
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(`${entry}.${process.pid}`, text, { mode: 0o755 });
  renameSync(`${entry}.${process.pid}`, entry);
  // A package holds the newest build alone, without what debuggers want of it.
  writeFileSync(join(root, 'build', '.npmignore'), `/*\n!/charthouse.js\n!/${key}\n*.map\n`);
}

function removeOld(root, current) {
  const parent = join(root, 'build');
  const byUse = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}/.test(entry.name) && entry.name !== current)
    .map(({ name }) => ({
      name,
      used: statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((one, other) => other.used - one.used);
  for (const { name, used } of byUse.slice(KEPT - 1)) {
    if (Date.now() - used > IN_USE_MS) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
