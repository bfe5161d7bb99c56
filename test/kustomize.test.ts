import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { firstDifference } from '../src/diff/first-difference.ts';
import { findProgram } from '../src/io/programs.ts';
import { selectInput } from '../src/io/select-input.ts';
import type { Environment } from '../src/model/environment.ts';
import type { FileTree, Manifest, ManifestObject } from '../src/model/manifest.ts';
import { overlayFigures } from '../src/outputs/kustomize/figures.ts';
import { randomPlatform } from '../src/outputs/kustomize/random-platform.fixture.ts';
import { renderKustomize } from '../src/outputs/kustomize/render.ts';
import { renderManifests } from '../src/outputs/manifests/render.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { patchedShops } from './own-objects.ts';
import { randomEnvironments } from './random-environments.ts';
import { runs } from './runs.ts';

/** How many random platforms are built; `CHARTHOUSE_RUNS=500 npx vitest run test/kustomize` tries more. */
const RUNS = runs(12);

/** A whole platform takes several times as long to build. */
const SLOW_RUNS = Math.ceil(RUNS / 4);

const kubectl = findProgram('kubectl', process.env['PATH'] ?? '');
if ('missing' in kubectl) print(`kustomize is not proven: ${kubectl.missing}`);

describe.runIf('path' in kubectl)(
  'kubectl kustomize builds an overlay to exactly the objects of its environment',
  () => {
    it('for every platform in environments/', async () => {
      for (const [platform, environments] of realPlatforms()) {
        const tree = renderKustomize(environments);
        expect(await differences(environments, tree)).toEqual([]);
        for (const [name, manifests] of environments) {
          const all = linesOf(renderManifests(manifests));
          print(
            `${platform}/${name}: ${manifests.length} objects equal, ${overlayFigures(tree).get(name)} of ${all} lines`,
          );
          expect(manifests.length).toBeGreaterThan(0);
        }
      }
    });

    it('for platforms nobody would write', async () => {
      let objects = 0;
      const holds = fc.asyncProperty(randomPlatform, async (environments) => {
        expect(await differences(environments, renderKustomize(environments))).toEqual([]);
        for (const manifests of environments.values()) objects += manifests.length;
      });
      await fc.assert(holds, { numRuns: RUNS });
      print(`${RUNS} random platforms: ${objects} objects equal`);
    });

    it("for objects of the user's own and for patches", async () => {
      const environments = new Map(patchedShops().map((shop) => [shop.name, [...synthesize(shop)]]));
      expect(await differences(environments, renderKustomize(environments))).toEqual([]);
    });

    it('for any sizes, variants and releases of services', async () => {
      let objects = 0;
      const holds = fc.asyncProperty(randomEnvironments, async (inputs) => {
        const environments = new Map(inputs.map((input) => [input.name, [...synthesize(plain(input))]]));
        expect(await differences(environments, renderKustomize(environments))).toEqual([]);
        for (const manifests of environments.values()) objects += manifests.length;
      });
      await fc.assert(holds, { numRuns: SLOW_RUNS });
      print(`${SLOW_RUNS} random inputs: ${objects} objects equal`);
    });
  },
);

function realPlatforms(): ReadonlyMap<string, Map<string, readonly Manifest[]>> {
  const platforms = new Map<string, Map<string, readonly Manifest[]>>();
  for (const environment of loadEnvironments(selectInput('environments', {}), loadContext(today()))) {
    const others = platforms.get(environment.platform) ?? new Map<string, readonly Manifest[]>();
    platforms.set(environment.platform, others.set(environment.name, [...synthesize(environment)]));
  }
  expect(platforms.size).toBeGreaterThan(0);
  return platforms;
}

/** Without the texts that Kustomize cannot carry, which kustomize-rationale.md lists. */
function plain(input: Environment): Environment {
  const config = { LOG_LEVEL: input.name };
  return { ...input, services: input.services.map((service) => ({ ...service, config })) };
}

/** The first difference of each environment that has one. */
async function differences(environments: ReadonlyMap<string, readonly Manifest[]>, tree: FileTree) {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-kustomize-'));
  try {
    writeTree(folder, tree);
    const found = await Promise.all(
      Array.from(environments, async ([name, manifests]) => {
        const built = await build(join(folder, 'overlays', name));
        return firstDifference(
          manifests.map(({ object }) => asJson(object)),
          built,
        );
      }),
    );
    return found.filter((difference) => difference !== undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What the overlay builds to, as kubectl reads it: Go takes U+2028 for a line break and indents what follows, which
 * readers of YAML 1.2 see. A patch of nothing is what turns objects of any kind into JSON without a cluster.
 */
async function build(folder: string): Promise<readonly ManifestObject[]> {
  const built = join(folder, 'built.yaml');
  await run('kustomize', folder, '--output', built);
  const json = await run('patch', '--local', '-f', built, '--type', 'json', '-p', '[]', '-o', 'json');
  return JSON.parse(`[${json.replaceAll('\n}\n{\n', '\n},\n{\n')}]`);
}

async function run(...parameters: readonly string[]): Promise<string> {
  const program = 'path' in kubectl ? kubectl.path : '';
  return (await promisify(execFile)(program, parameters, { maxBuffer: 1024 ** 3 })).stdout;
}

/** As every reader of JSON sees it: without undefined entries, and without a sign on zero. */
function asJson(object: ManifestObject): ManifestObject {
  return JSON.parse(JSON.stringify(object));
}

function writeTree(folder: string, tree: FileTree): void {
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function linesOf(files: Iterable<readonly [string, string]>): number {
  return [...files].reduce((lines, [, text]) => lines + text.split('\n').length - 1, 0);
}

function print(line: string): void {
  process.stderr.write(`${line}\n`);
}
