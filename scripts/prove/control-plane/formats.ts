import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../../src/io/folders.ts';
import { findProgram } from '../../../src/io/programs.ts';
import { runProgram } from '../../../src/io/run-program.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import { readDocuments } from '../../../src/yaml/read-documents.ts';
import { type Api, nameOf } from './api.ts';
import type { Stored } from './client.ts';
import { notStored } from './compare.ts';

/** Objects of an environment as plain manifests hold them. */
export function plainObjects(platform: string, environment: string): readonly ManifestObject[] {
  const folder = join('dist/manifests', platform, environment);
  return filesIn(folder)
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => objectsIn(readFileSync(join(folder, path), 'utf8')));
}

/** The other formats, each rendered by its real program. */
export async function otherFormats(
  platform: string,
  environment: string,
): Promise<ReadonlyMap<string, readonly ManifestObject[]>> {
  const overlay = join('dist/kustomize', platform, 'overlays', environment);
  const chart = join('dist/helm', platform);
  const values = join(chart, `values-${environment}.yaml`);
  const kustomize = await runProgram(found('kubectl'), ['kustomize', overlay]);
  const helm = await runProgram(found('helm'), ['template', platform, chart, '-f', values]);
  return new Map([
    ['kustomize', objectsIn(kustomize)],
    ['helm', objectsIn(helm)],
  ]);
}

/** What the server would make of objects of another format that it would not make of the plain ones. */
export async function madeOtherwise(
  api: Api,
  plain: readonly ManifestObject[],
  others: readonly ManifestObject[],
): Promise<readonly string[]> {
  const byName = new Map(plain.map((object) => [nameOf(object), object]));
  const found: string[] = [];
  for (const other of others) {
    const same = byName.get(nameOf(other));
    const [expected, answered] = [same && (await api.apply(same, true)), await api.apply(other, true)];
    if (expected === undefined) found.push(`${nameOf(other)} is not among the plain manifests`);
    else if (answered.status >= 300) found.push(`${nameOf(other)} refused: ${answered.body.message}`);
    else found.push(...differences(expected.body, answered.body).map((path) => `${nameOf(other)} ${path}`));
  }
  return found;
}

/** What others keep up to date while one looks. */
const OTHERS = ['status', 'metadata'];

function differences(expected: Stored, answered: Stored): readonly string[] {
  const own = (object: Stored) => ({
    ...Object.fromEntries(Object.entries(object).filter(([key]) => !OTHERS.includes(key))),
    metadata: { labels: object.metadata.labels, annotations: object.metadata.annotations },
  });
  return [...notStored(own(expected), own(answered)), ...notStored(own(answered), own(expected))].map(
    ({ path }) => path,
  );
}

function objectsIn(text: string): readonly ManifestObject[] {
  return readDocuments(text) as readonly ManifestObject[];
}

function found(name: 'helm' | 'kubectl'): string {
  const program = findProgram(name, process.env['PATH'] ?? '');
  if ('missing' in program) throw new Error(program.missing);
  return program.path;
}
