import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { findProgram } from '../src/io/programs.ts';
import type { Environment } from '../src/model/environment.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import { chartEnvironment } from '../src/outputs/helm/chart-environment.ts';
import type { ChartEnvironment } from '../src/outputs/helm/columns.ts';
import { renderHelm } from '../src/outputs/helm/render.ts';
import { renderEnvironment } from '../src/pipeline/render-environment.ts';

/** The real helm, or why there is none; said once, so that skipped tests are not taken for passed ones. */
export const helm = findProgram('helm', process.env['PATH'] ?? '');
if ('missing' in helm) print(`helm charts are not proven: ${helm.missing}`);

/** What a chart is made from, by environment. */
export type ChartInput = ReadonlyMap<string, ChartEnvironment>;

/** What a chart is made from of some environments. */
export function chartInput(environments: readonly Environment[]): ChartInput {
  return new Map(
    environments.map((environment) => [environment.name, chartEnvironment(renderEnvironment(environment))]),
  );
}

/** Writes a platform's chart into a folder that is gone when `use` is done. */
export async function inChart<T>(
  platform: string,
  environments: ChartInput,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'charthouse-helm-'));
  try {
    const folder = join(root, platform);
    for (const [path, text] of renderHelm(platform, environments)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What helm prints; rejects when it fails. */
export async function runHelm(...parameters: readonly string[]): Promise<string> {
  const program = 'path' in helm ? helm.path : '';
  return (await promisify(execFile)(program, parameters, { maxBuffer: 1024 ** 3 })).stdout;
}

/** The objects that helm renders for an environment. */
export async function rendered(
  chart: string,
  values: string,
  ...parameters: readonly string[]
): Promise<readonly ManifestObject[]> {
  return objectsIn(await runHelm('template', 'release', chart, '-f', values, ...parameters));
}

/** The objects in what helm printed. */
export function objectsIn(text: string): readonly ManifestObject[] {
  return parseAllDocuments(text)
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as ManifestObject | null;
    })
    .filter((object) => object !== null);
}

/** A line that is seen whether the test passes or not. */
export function print(line: string): void {
  process.stderr.write(`${line}\n`);
}
