import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ManifestObject } from '../../src/model/manifest.ts';
import type { Binaries } from './binaries.ts';
import { CHARTHOUSE, type Contender, contendersIn } from './contenders.ts';
import { race } from './race.ts';
import { readRendered } from './rendered.ts';
import type { SizeResult } from './report.ts';
import { assertSameObjects } from './same-objects.ts';

/** How platforms are measured. */
export interface SizeOptions {
  readonly work: string;
  readonly binaries: Binaries;
  readonly rounds: number;
  readonly limitSeconds: number;
  /** Contenders that were too slow for a smaller platform. */
  readonly leftOut: ReadonlySet<string>;
}

// Larger platforms are made in the same way; comparing them would take longer than measuring.
const LARGEST_COMPARED = 1000;
const PREPARE = fileURLToPath(new URL('prepare.ts', import.meta.url));

/** Generates a platform and measures everybody on it. Throws when one renders other objects than Charthouse. */
export async function measureSize(services: number, options: SizeOptions): Promise<SizeResult> {
  const folder = join(options.work, String(services));
  const output = join(options.work, 'output');
  console.error(`${services} services: preparing`);
  const args = ['--import', 'tsx', PREPARE, folder, String(services), CHARTHOUSE];
  const objects = Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const contenders = contendersIn(folder, output, options.binaries).filter(
    ({ name }) => !options.leftOut.has(name),
  );
  const results = await race(contenders, {
    ...options,
    output,
    onFirstRun: (contender) => {
      if (services <= LARGEST_COMPARED) assertSame(contender, folder, output);
    },
    onRun: (name, round) => {
      console.error(`${services} services, ${round === 0 ? 'warm-up' : `round ${round}`}: ${name}`);
    },
  });
  rmSync(folder, { recursive: true });
  return { services, objects, rounds: options.rounds, results };
}

function assertSame({ name, environments }: Contender, folder: string, output: string): void {
  const expected = environments.flatMap((environment) =>
    objectsIn(join(folder, 'rendered/manifests/shop', environment)),
  );
  assertSameObjects(name, expected, objectsIn(output));
}

function objectsIn(folder: string): readonly ManifestObject[] {
  return readRendered(folder).map(({ object }) => object);
}
