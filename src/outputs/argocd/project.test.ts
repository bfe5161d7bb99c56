import { describe, expect, it, test } from 'vitest';
import { delivered } from '../../../test/delivered.ts';
import { shop } from '../../../test/shop-input.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { platformProject } from './project.ts';

describe('an AppProject', () => {
  const { spec } = platformProject('shop', [delivered()]);
  const objects = [...synthesize(shop({}))].map(({ object }) => object);
  const typesOf = (isClusterWide: boolean) => {
    const some = objects.filter(({ metadata }) => (metadata.namespace === undefined) === isClusterWide);
    return [...new Set(some.map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${kind}`))].sort();
  };
  const written = (list: readonly { group: string; kind: string }[] = []) =>
    list.map(({ group, kind }) => `${group}/${kind}`);

  it('takes one repository, and the namespaces that are rendered', () => {
    const namespaces = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
    expect(spec.sourceRepos).toEqual(['https://git.shop.example/platform.git']);
    expect(spec.destinations).toEqual(
      [...namespaces].sort().map((namespace) => ({ name: 'shop-production', namespace })),
    );
  });

  it('allows the kinds that are rendered and no other, those of the cluster by name', () => {
    const named = objects.filter(({ metadata }) => metadata.namespace === undefined);
    expect(
      spec.clusterResourceWhitelist?.map((one) => `${one.kind} ${(one as { name?: string }).name}`),
    ).toEqual(named.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort());
    expect(new Set(written(spec.clusterResourceWhitelist))).toEqual(new Set(typesOf(true)));
    expect(written(spec.namespaceResourceWhitelist)).toEqual(typesOf(false));
    expect(written(spec.namespaceResourceWhitelist)).not.toContain('/Secret');
  });

  it('gives deployers syncs of its Applications, viewers a look, and nobody its deletion', () => {
    const project = platformProject('shop', [
      delivered({}, { access: { deployer: ['deployers'], viewer: ['viewers'] } }),
    ]);
    const policies = (project.spec.roles ?? []).map(({ name, groups, policies: rules = [] }) => [
      name,
      groups,
      rules.map((rule) => rule.split(', ').slice(2).join(' ')),
    ]);
    expect(policies).toEqual([
      [
        'production-deployer',
        ['deployers'],
        [
          'applications get shop/shop-production.* allow',
          'logs get shop/shop-production.* allow',
          'applications sync shop/shop-production.* allow',
          'applications action/apps/Deployment/restart shop/shop-production.* allow',
          'applications action/external-secrets.io/ExternalSecret/refresh shop/shop-production.* allow',
        ],
      ],
      [
        'production-viewer',
        ['viewers'],
        ['applications get shop/shop-production.* allow', 'logs get shop/shop-production.* allow'],
      ],
    ]);
  });

  it('lets deployers restart StatefulSets and steer Rollouts where there are some', () => {
    const shop = delivered({}, { access: { deployer: ['deployers'], viewer: [] } });
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } };
    const inventory = {
      ...shop.inventory,
      namespacedTypes: new Set([...shop.inventory.namespacedTypes, 'apps/v1 StatefulSet']),
      rollouts: [rollout],
    };
    const [deployer] = platformProject('shop', [{ ...shop, inventory }]).spec.roles ?? [];
    expect(deployer?.policies?.flatMap((rule) => /action\/[^,]+/.exec(rule) ?? [])).toEqual([
      'action/apps/Deployment/restart',
      'action/apps/StatefulSet/restart',
      'action/external-secrets.io/ExternalSecret/refresh',
      'action/argoproj.io/Rollout/*',
      'action/argoproj.io/AnalysisRun/terminate',
    ]);
  });
});

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
}

const SUNDAY = { day: 'sunday', from: '02:00', to: '04:00', timeZone: 'UTC' };
const WEEKLY = { days: ['thursday', 'tuesday'], from: '09:30', to: '15:00', timeZone: 'Europe/Berlin' };

test.each([
  ['none', {}, {}, []],
  ['maintenance denies', {}, { maintenance: SUNDAY }, ['deny 0 2 * * 0 2h UTC']],
  [
    'maintenance over midnight',
    {},
    { maintenance: { ...SUNDAY, day: 'saturday', from: '23:15', to: '01:00' } },
    ['deny 15 23 * * 6 1h45m UTC'],
  ],
  [
    'maintenance of minutes',
    {},
    { maintenance: { ...SUNDAY, from: '02:00', to: '02:20' } },
    ['deny 0 2 * * 0 20m UTC'],
  ],
  [
    'releases are allowed',
    { releaseWindows: { weekly: WEEKLY } },
    {},
    ['allow 30 9 * * 2,4 5h30m Europe/Berlin'],
  ],
  [
    'a person may in an emergency',
    { releaseWindows: { weekly: WEEKLY } },
    {
      maintenance: SUNDAY,
      access: { deployer: ['deployers'], viewer: [] },
      emergency: { reason: 'A hole in the payment page', until: '2026-11-22' },
    },
    [
      'allow 30 9 * * 2,4 5h30m Europe/Berlin, by hand at any time',
      'deny 0 2 * * 0 2h UTC, by hand at any time',
    ],
  ],
])('sync windows: %s', (_, delivery, platform, expected) => {
  const { spec } = platformProject('shop', [delivered(delivery, platform)]);
  const windows = (spec.syncWindows ?? []).map((window) => {
    const { kind, schedule, duration, timeZone, manualSync, applications } = window;
    expect(applications).toEqual(['shop-production.*']);
    return `${kind} ${schedule} ${duration} ${timeZone}${manualSync ? ', by hand at any time' : ''}`;
  });
  expect(windows).toEqual(expected);
});
