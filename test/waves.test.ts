import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { foldersIn, readInput } from '../src/io/read-input.ts';
import type { Environment } from '../src/model/environment.ts';
import type { Manifest } from '../src/model/manifest.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { filesOf, randomPlatform } from './graph/random-platform.ts';
import { randomEnvironments } from './random-environments.ts';
import { runs } from './runs.ts';
import { byApplication, type IsMet, inOneSync } from './waves/in-time.ts';
import { needsOf } from './waves/needs.ts';
import { placeOf } from './waves/place.ts';
import { randomJobs } from './waves/random-jobs.ts';
import { renderingOf } from './waves/rendering.ts';

const RUNS = runs(10);

/** Needs of an environment's objects: the pairs of kinds that are in order, with their number, and what is not. */
function waves(manifests: readonly Manifest[], isMet: IsMet = inOneSync) {
  const rendering = renderingOf(manifests.map(({ object }) => object));
  const needs = manifests.flatMap((manifest) =>
    needsOf(manifest.object, rendering).map((need) => ({
      object: manifest.object,
      need,
      isThere: need.object !== undefined && isMet(manifest, need),
    })),
  );
  const pairs = needs
    .filter(({ isThere }) => isThere)
    .map(({ object, need }) => `${object.kind} after ${need.object?.kind}`);
  const faults = needs
    .filter(({ isThere }) => !isThere)
    .map(({ object, need }) => {
      const name = `${object.kind} ${object.metadata.name} at ${placeOf(object)} needs ${need.what}`;
      return need.object ? `${name} at ${placeOf(need.object)}` : `${name}, which nothing renders`;
    });
  return { pairs, faults: [...new Set(faults)] };
}

const wavesOf = (environment: Environment) => waves([...synthesize(environment)]);

const real = foldersIn('environments').flatMap((name) =>
  loadEnvironments(readInput('environments', name), loadContext(today())),
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
        const environments = loadEnvironments(filesOf(platform), loadContext(today()));
        expect(environments.flatMap((environment) => wavesOf(environment).faults)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

it('in random platforms with volumes, migrations and tasks, a Job comes after what it works with', () => {
  const pairs = new Set<string>();
  fc.assert(
    fc.property(randomJobs, (platform) => {
      const found = loadEnvironments(filesOf(platform), loadContext(today())).map(wavesOf);
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);
      for (const pair of found.flatMap((one) => one.pairs)) pairs.add(pair);
    }),
    { numRuns: RUNS, seed: 5 },
  );
  expect([...pairs]).toEqual(expect.arrayContaining(['Job after StatefulSet', 'Job after Deployment']));
});

describe('no Application needs something of a later one, nor of one that is not waited for', () => {
  it.each(real.map((environment) => [`${environment.platform}/${environment.name}`, environment]))(
    'in %s',
    (_, environment) => {
      const manifests = [...synthesize(environment as Environment)];
      const { pairs, faults } = waves(manifests, byApplication(environment as Environment, manifests));
      expect(faults).toEqual([]);
      expect(pairs.length).toBeGreaterThan(100);
    },
  );

  it('in random platforms with volumes, migrations and tasks', () => {
    fc.assert(
      fc.property(randomJobs, (platform) => {
        const faults = loadEnvironments(filesOf(platform), loadContext(today())).flatMap((environment) => {
          const manifests = [...synthesize(environment)];
          return waves(manifests, byApplication(environment, manifests)).faults;
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('so a base that comes last would be seen', () => {
    const [environment] = real as [Environment];
    const ingress = (origin: Manifest['origin']) => ({ ...origin, concern: 'ingress' });
    const manifests = [...synthesize(environment)].map((manifest) =>
      manifest.origin.concern === 'cluster' ? { ...manifest, origin: ingress(manifest.origin) } : manifest,
    );
    const { faults } = waves(manifests, byApplication(environment, manifests));
    expect(faults.join('\n')).toMatch(/^Deployment .* needs Namespace/m);
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
  const manifests = [...synthesize(real[0] as Environment)];
  const moved = (kind: string, annotations: Readonly<Record<string, string>>) =>
    manifests.map((manifest) => {
      const { object, origin } = manifest;
      if (object.kind !== kind || origin.concern === 'observability') return manifest;
      const { metadata } = object;
      const changed = { ...metadata, annotations: { ...metadata.annotations, ...annotations } };
      return { ...manifest, object: { ...object, metadata: changed } };
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
    const { faults } = waves(manifests.filter(({ object }) => object.kind !== 'SecretStore'));
    expect(faults.join('\n')).toContain('which nothing renders');
  });
});
