import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { firstDifference } from '../src/diff/first-difference.ts';
import { foldersIn, readInput } from '../src/io/read-input.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import { randomPlatform } from '../src/outputs/kustomize/random-platform.fixture.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import {
  type ChartInput,
  chartInput,
  helm,
  inChart,
  objectsIn,
  print,
  rendered,
  runHelm,
} from './helm-program.ts';
import { patchedShops } from './own-objects.ts';
import { randomEnvironments } from './random-environments.ts';
import { runs } from './runs.ts';

/** How many random platforms are rendered; `CHARTHOUSE_RUNS=500 npx vitest run test/helm` tries more. */
const RUNS = runs(8);

describe.runIf('path' in helm)('a chart', () => {
  it('renders exactly the objects of each environment, and lints, for every platform in environments/', async () => {
    for (const [platform, environments] of realPlatforms()) {
      await inChart(platform, environments, async (folder) => {
        await runHelm('lint', '--strict', folder);
        for (const [name, { manifests }] of environments) {
          expect(await difference(environments, name, folder)).toBeUndefined();
          await runHelm('lint', '--strict', folder, '-f', join(folder, `values-${name}.yaml`));
          print(`${platform}/${name}: ${manifests.length} objects equal`);
          expect(manifests.length).toBeGreaterThan(0);
        }
      });
    }
  });

  it('can be packaged, and names and namespaces of releases change nothing', async () => {
    for (const [platform, environments] of realPlatforms()) {
      await inChart(platform, environments, async (folder) => {
        await runHelm('package', folder, '-d', folder);
        const archive = join(folder, `${platform}-0.1.0.tgz`);
        const values = join(folder, `values-${[...environments.keys()][0]}.yaml`);
        const expected = await rendered(folder, values);
        const other = await runHelm('template', 'other', archive, '-f', values, '--namespace', 'other');
        expect(firstDifference(expected, objectsIn(other))).toBeUndefined();
      });
    }
  });

  it('holds for platforms nobody would write', async () => {
    let objects = 0;
    const holds = fc.asyncProperty(randomPlatform, async (platform) => {
      const environments: ChartInput = new Map(
        Array.from(platform, ([name, manifests]) => [
          name,
          { manifests, decisions: new Map([['environment', name]]), quota: undefined, tries: [] },
        ]),
      );
      fc.pre(environments.size > 0);
      objects += await expectEqual(environments);
    });
    await fc.assert(holds, { numRuns: RUNS });
    print(`${RUNS} random platforms: ${objects} objects equal`);
  });

  it("holds for objects of the user's own and for patches", async () => {
    expect(await expectEqual(chartInput(patchedShops()))).toBeGreaterThan(50);
  });

  it('holds for any sizes, variants and configuration of services', async () => {
    let objects = 0;
    const holds = fc.asyncProperty(randomEnvironments, async (environments) => {
      objects += await expectEqual(chartInput(environments));
    });
    await fc.assert(holds, { numRuns: RUNS });
    print(`${RUNS} random inputs: ${objects} objects equal`);
  });
});

async function expectEqual(environments: ChartInput): Promise<number> {
  const names = [...environments.keys()];
  const found = await inChart('shop', environments, (folder) =>
    Promise.all(names.map((name) => difference(environments, name, folder))),
  );
  expect(found.filter((item) => item !== undefined)).toEqual([]);
  return [...environments.values()].reduce((sum, { manifests }) => sum + manifests.length, 0);
}

async function difference(environments: ChartInput, name: string, folder: string) {
  const expected = (environments.get(name)?.manifests ?? []).map(({ object }) => asJson(object));
  return firstDifference(expected, await rendered(folder, join(folder, `values-${name}.yaml`)));
}

function realPlatforms(): ReadonlyMap<string, ChartInput> {
  const platforms = foldersIn('environments').map((platform) => {
    return [
      platform,
      chartInput(loadEnvironments(readInput('environments', platform), loadContext(today()))),
    ] as const;
  });
  expect(platforms.length).toBeGreaterThan(0);
  return new Map(platforms);
}

/** As every reader of JSON sees it: without undefined entries, and without a sign on zero. */
function asJson(object: ManifestObject): ManifestObject {
  return JSON.parse(JSON.stringify(object));
}
