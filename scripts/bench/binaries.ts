import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findProgram } from '../../src/io/programs.ts';

/** A program of somebody else's and its version, or why this machine has none. */
export type Binary = { readonly path: string; readonly version: string } | { readonly missing: string };

/** The programs compared with. */
export interface Binaries {
  readonly helm: Binary;
  readonly kubectl: Binary;
  readonly kosko: Binary;
}

/** Looks for everything that is compared with. What has to be unpacked goes to `folder`. */
export function findBinaries(folder: string): Binaries {
  const searchPath = process.env['PATH'] ?? '';
  const helm = findProgram('helm', searchPath, folder);
  const kubectl = findProgram('kubectl', searchPath, folder);
  return {
    helm: 'path' in helm ? { ...helm, version: helmVersion(helm.path) } : helm,
    kubectl: 'path' in kubectl ? { ...kubectl, version: kubectlVersion(kubectl.path) } : kubectl,
    kosko: findKosko(),
  };
}

function helmVersion(helm: string): string {
  return output(helm, 'version', '--template', '{{.Version}}');
}

function kubectlVersion(kubectl: string): string {
  const [client = '', kustomize = ''] = output(kubectl, 'version', '--client').split('\n');
  return `${client.replace('Client Version: ', '')} (${kustomize.replace('Kustomize Version: ', 'kustomize ')})`;
}

function output(file: string, ...args: string[]): string {
  return execFileSync(file, args, { encoding: 'utf8' }).trim();
}

/** The package hides its package.json from `resolve`, so it is looked for where Node would look. */
function findKosko(): Binary {
  const folders = createRequire(import.meta.url).resolve.paths('@kosko/cli') ?? [];
  const manifest = folders
    .map((folder) => join(folder, '@kosko/cli/package.json'))
    .find((path) => existsSync(path));
  if (!manifest) return { missing: '@kosko/cli is not installed' };
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { path: join(dirname(manifest), 'bin/kosko.js'), version };
}
