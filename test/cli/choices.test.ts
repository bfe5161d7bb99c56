import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { today } from '../../src/cli/clock.ts';
import { loadEnvironments } from '../../src/config/load.ts';
import { readInput } from '../../src/io/read-input.ts';
import type { Environment } from '../../src/model/environment.ts';
import { loadContext } from '../../src/pipeline/load-context.ts';
import { synthesize } from '../../src/synth/synthesize.ts';
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
