import { cpSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REFUSED_WITHOUT_MESH } from '../../choices/meshes/none/refusals.ts';
import { REFUSED_BY_ALB } from '../../choices/ways-in/alb/refusals.ts';
import { REFUSED_BY_GATEWAY_API } from '../../choices/ways-in/gateway-api/refusals.ts';
import { today } from '../../src/cli/clock.ts';
import { loadEnvironments } from '../../src/config/load.ts';
import { readInput } from '../../src/io/read-input.ts';
import type { Environment } from '../../src/model/environment.ts';
import { loadContext } from '../../src/pipeline/load-context.ts';
import { synthesize } from '../../src/synth/synthesize.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { edgesOfGraph, edgesOfManifests } from '../graph/edges.ts';
import { contentOf, useWorkspace } from './workspace.ts';

/** Platforms of clusters that have little: what they have instead is in the first line of their platform.yaml. */
const PLATFORMS = ['lamps', 'books'] as const;

describe.each(PLATFORMS)('%s, without a mesh', (platform) => {
  const { charthouse, path } = useWorkspace();
  const [environment] = loadEnvironments(readInput('test/choices', platform), loadContext(today())) as [
    Environment,
  ];
  const objects = [...synthesize(environment)].map(({ object }) => object);

  test('is rendered the same in three formats, and no check has anything against it', () => {
    cpSync(`test/choices/${platform}`, path(`environments/${platform}`), { recursive: true });
    const synth = charthouse(['synth', platform]);
    expect(synth.stdout + synth.stderr).toMatch(/manifests\/\w+\/production: \d+ objects/);
    expect(synth.status).toBe(0);
    const check = charthouse(['check', platform]);
    expect(check.stdout + check.stderr).not.toMatch(/\d+ (errors?|warnings?)/);
    const verify = charthouse(['verify', platform]);
    expect(verify.stdout + verify.stderr).toContain('the same in manifests, kustomize and helm');
    const istio = Object.entries(contentOf(path(`dist/manifests/${platform}`)))
      .filter(([, text]) => /istio_|istio\.io|istio-injection|proxy\.istio|15020/.test(text))
      .map(([file]) => file);
    expect(istio).toEqual([]);
  });

  test('has policies that are its graph, at both ends', () => {
    const edges = edgesOfGraph(environment);
    expect(edgesOfManifests(environment, objects)).toEqual(edges);
    expect(edges.egress).toEqual(['mailer -> orders:9000', 'web -> orders:9000']);
  });
});

const DOCUMENT = readFileSync('docs/input.md', 'utf8');

test('docs/input.md shows a way in that one of them has', () => {
  const [, example = ''] = /## Mesh, and the way in[\s\S]*?```yaml\n([\s\S]*?)```/.exec(DOCUMENT) ?? [];
  const written = readYaml(readFileSync('test/choices/lamps/production.yaml', 'utf8'));
  expect(written).toMatchObject(readYaml(example) as object);
});

test.each([
  [1, REFUSED_WITHOUT_MESH],
  [2, REFUSED_BY_ALB],
  [3, REFUSED_BY_GATEWAY_API],
])('docs/input.md says what is refused, in column %i', (column, refusals) => {
  const rows = [...DOCUMENT.matchAll(/^\| `([a-zA-Z.*]+)` \|( yes)? \|( yes)? \|( yes)? \|$/gm)];
  const told = rows.filter((row) => row[column + 1] !== undefined).map(([, path]) => path);
  expect(told.sort()).toEqual([...new Set(refusals.map(({ at }) => at))].sort());
});
