import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadContext } from '../src/cli/load-context.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { foldersIn, readInput } from '../src/io/read-input.ts';
import type { Environment } from '../src/model/environment.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { filesOf, randomPlatform } from './graph/random-platform.ts';
import { randomEnvironments } from './random-environments.ts';
import { runs } from './runs.ts';
import { needsOf } from './waves/needs.ts';
import { isBefore, placeOf } from './waves/place.ts';
import { renderingOf } from './waves/rendering.ts';

const RUNS = runs(10);

/** Needs of an environment's objects: the pairs of kinds that are in order, with their number, and what is not. */
function waves(objects: readonly ManifestObject[]) {
  const rendering = renderingOf(objects);
  const needs = objects.flatMap((object) => needsOf(object, rendering).map((need) => ({ object, need })));
  const isMet = ({ object, need }: (typeof needs)[number]) =>
    need.object !== undefined && isBefore(need.object, object, need.isReady);
  const pairs = needs.filter(isMet).map(({ object, need }) => `${object.kind} after ${need.object?.kind}`);
  const faults = needs
    .filter((one) => !isMet(one))
    .map(({ object, need }) => {
      const name = `${object.kind} ${object.metadata.name} at ${placeOf(object)} needs ${need.what}`;
      return need.object ? `${name} at ${placeOf(need.object)}` : `${name}, which nothing renders`;
    });
  return { pairs, faults: [...new Set(faults)] };
}

const wavesOf = (environment: Environment) => waves([...synthesize(environment)].map(({ object }) => object));

const real = foldersIn('environments').flatMap((name) =>
  loadEnvironments(readInput('environments', name), loadContext()),
);

describe('no object comes before what it needs', () => {
  it.each(real.map((environment) => [`${environment.platform}/${environment.name}`, environment]))(
    'in %s',
    (_, environment) => {
      const { pairs, faults } = wavesOf(environment as Environment);
      expect(faults).toEqual([]);
      expect(pairs.length).toBeGreaterThan(100);
    },
  );

  it('in random environments of one platform, with migrations and secrets', () => {
    fc.assert(
      fc.property(randomEnvironments, (environments) => {
        const faults = environments.map(withMigrations).flatMap((environment) => wavesOf(environment).faults);
        expect(faults).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('in random platforms with any dependencies', () => {
    fc.assert(
      fc.property(randomPlatform, (platform) => {
        const environments = loadEnvironments(filesOf(platform), loadContext());
        expect(environments.flatMap((environment) => wavesOf(environment).faults)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Every service reads a secret, and migrates before it starts. */
function withMigrations(environment: Environment): Environment {
  const key = { key: 'password', from: 'property', remoteKey: 'shop/db', property: 'password' } as const;
  const secrets = { secretKeys: [key], secretFiles: [{ file: 'password', key: 'password' }] };
  const migrate = { command: ['migrate'], backoffLimit: 1, activeDeadlineSeconds: 600 };
  const services = environment.services.map((service) => ({ ...service, ...secrets, migrate }));
  return { ...environment, services };
}

const shown = new Set(real.flatMap((environment) => wavesOf(environment).pairs));

test.each([
  'RoleBinding after Role',
  'ExternalSecret after SecretStore',
  'SecretStore after ServiceAccount',
  'Deployment after Namespace',
  'Deployment after ServiceAccount',
  'Deployment after ConfigMap',
  'Deployment after ExternalSecret',
  'Deployment after PriorityClass',
  'Deployment after NetworkPolicy',
  'Deployment after AuthorizationPolicy',
  'Deployment after Sidecar',
  'Deployment after ResourceQuota',
  'Deployment after Service',
  'Deployment after Job',
  'Job after ExternalSecret',
  'Job after ServiceAccount',
  'Rollout after VirtualService',
  'Rollout after DestinationRule',
  'Rollout after AnalysisTemplate',
  'VirtualService after Service',
  'VirtualService after DestinationRule',
  'HorizontalPodAutoscaler after Deployment',
  'ScaledObject after Deployment',
  'PodDisruptionBudget after Deployment',
  'Gateway after ExternalSecret',
  'Ingress after Gateway',
  'Ingress after Deployment',
])('the platforms of this repository show: %s', (pair) => {
  expect(shown).toContain(pair);
});

describe('a fault is seen', () => {
  const objects = [...synthesize(real[0] as Environment)].map(({ object }) => object);
  const moved = (kind: string, annotations: Readonly<Record<string, string>>) =>
    objects.map((object) => {
      if (object.kind !== kind) return object;
      const { metadata } = object;
      return {
        ...object,
        metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } },
      };
    });

  const wave = (number: string) => ({ 'argocd.argoproj.io/sync-wave': number });
  const hook = (phase: string) => ({ 'argocd.argoproj.io/hook': phase });

  it.each([
    ['ServiceAccount', wave('0'), /^Deployment .* needs ServiceAccount/m],
    ['ExternalSecret', wave('-1'), /^Job .* needs Secret/m],
    ['Job', hook('PreSync'), /^Job .* needs ServiceAccount/m],
    ['Job', hook('PostSync'), /^Deployment .* needs Job/m],
    ['PodDisruptionBudget', wave('0'), /^PodDisruptionBudget .* needs Deployment/m],
    ['Ingress', wave('0'), /^Ingress .* needs Gateway/m],
  ])('when each %s has %o', (kind, annotations, expected) => {
    expect(waves(moved(kind, annotations)).faults.join('\n')).toMatch(expected);
  });

  it('when something that is named is not there', () => {
    const { faults } = waves(objects.filter(({ kind }) => kind !== 'SecretStore'));
    expect(faults.join('\n')).toContain('which nothing renders');
  });
});
