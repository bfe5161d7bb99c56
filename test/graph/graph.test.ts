import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { today } from '../../src/cli/clock.ts';
import { loadEnvironments } from '../../src/config/load.ts';
import { readInput } from '../../src/io/read-input.ts';
import type { Environment } from '../../src/model/environment.ts';
import { loadContext } from '../../src/pipeline/load-context.ts';
import { synthesize } from '../../src/synth/synthesize.ts';
import { runs } from '../runs.ts';
import { edgesOfGraph, edgesOfManifests } from './edges.ts';
import { filesOf, randomPlatform } from './random-platform.ts';

const objectsOf = (environment: Environment) => [...synthesize(environment)].map(({ object }) => object);

describe('what rendered objects allow is the dependency graph, no more and no less', () => {
  const environments = loadEnvironments(readInput('environments'), loadContext(today()));

  test.each(environments.map((environment) => [`${environment.platform}/${environment.name}`, environment]))(
    '%s',
    (_name, environment) => {
      const { services } = environment as Environment;
      expect(services.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(0);
      expect(edgesOfManifests(environment as Environment, objectsOf(environment as Environment))).toEqual(
        edgesOfGraph(environment as Environment),
      );
    },
  );

  test('random platforms', () => {
    fc.assert(
      fc.property(randomPlatform, (platform) => {
        const [environment] = loadEnvironments(filesOf(platform), loadContext(today())) as [Environment];
        expect(edgesOfManifests(environment, objectsOf(environment))).toEqual(edgesOfGraph(environment));
      }),
      { numRuns: runs(40) },
    );
  });
});
