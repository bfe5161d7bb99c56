import { describe, expect, it, test } from 'vitest';
import { delivered, renamed } from '../../../test/delivered.ts';
import { ADD_ONS } from '../../model/delivery.ts';
import { addOnObjects } from './add-on-objects.ts';
import { addOns } from './add-ons/index.ts';

/** Applications of add-ons by name, without that of their cluster. */
function namesOf(...environments: readonly ReturnType<typeof delivered>[]): readonly string[] {
  const objects = addOnObjects('shop', environments).filter(({ kind }) => kind === 'Application');
  return objects.map(({ metadata }) => metadata.labels?.['charthouse.dev/add-on'] ?? '');
}

const USED = [
  'cert-manager',
  'metrics-server',
  'istio-base',
  'istiod',
  'istio-cni',
  'istio-gateway',
  'external-secrets',
  'aws-load-balancer-controller',
  'external-dns',
  'reloader',
];
const without = (...names: readonly string[]) => USED.filter((name) => !names.includes(name));

describe('add-ons', () => {
  it('are none unless the platform asks for them', () => {
    expect(addOnObjects('shop', [delivered()])).toEqual([]);
  });

  it.each([
    ['what the rendered objects need', {}, {}, USED],
    [
      'no load balancer, and nothing that serves it, where nothing is public',
      {},
      { ingress: undefined, services: { api: { expose: null } } },
      without('cert-manager', 'aws-load-balancer-controller', 'external-dns', 'istio-gateway'),
    ],
    ['nothing that the cluster has', { 'external-dns': { provided: true } }, {}, without('external-dns')],
    [
      'nothing that only such a one needs',
      { 'aws-load-balancer-controller': { provided: true } },
      {},
      without('cert-manager', 'aws-load-balancer-controller'),
    ],
    ['what is named', { velero: {} }, {}, [...USED, 'velero']],
  ])('are %s', (_, choices, production, expected) => {
    expect(namesOf(delivered({ addOns: choices }, {}, production))).toEqual(expected);
  });

  it('come once to a cluster that two environments share, and by hand when one of them does', () => {
    const one = delivered({ addOns: {} });
    const other = renamed(delivered({ addOns: {}, automated: false }), 'staging', one.outline.cluster.name);
    expect(namesOf(one, other)).toEqual(USED);
    const automated = addOnObjects('shop', [one, other]).flatMap(({ spec }) =>
      'syncPolicy' in spec ? [spec.syncPolicy?.automated] : [],
    );
    expect(automated.every((policy) => policy === undefined)).toBe(true);
    expect(namesOf(one, renamed(one, 'staging', 'shop-staging'))).toEqual([...USED, ...USED]);
  });

  it('come after those they need', () => {
    const waves = new Map(
      addOnObjects('shop', [delivered({ addOns: {} })]).map(({ metadata }) => [
        metadata.labels?.['charthouse.dev/add-on'],
        Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
      ]),
    );
    const waveOf = (name: string) => waves.get(name) ?? Number.NaN;
    const pairs = addOns.flatMap(({ name, needs = [] }) => needs.map((need) => [need, name] as const));
    expect(pairs.length).toBeGreaterThan(3);
    for (const [need, name] of pairs) expect(waveOf(need), `${need} for ${name}`).toBeLessThan(waveOf(name));
    expect(Math.max(...waves.values())).toBeLessThan(0);
  });

  it('take a role, a version and values from the platform, map by map', () => {
    const choices = {
      'external-dns': {
        roleArn: 'arn:aws:iam::123456789012:role/dns',
        version: '1.20.0',
        values: { provider: { name: 'aws', webhook: {} }, sources: ['service'] },
      },
    };
    const found = addOnObjects('shop', [delivered({ addOns: choices })]).find(
      ({ metadata }) => metadata.name === 'shop-production-external-dns',
    );
    expect(found?.spec).toMatchObject({
      source: {
        chart: 'external-dns',
        targetRevision: '1.20.0',
        helm: {
          valuesObject: {
            provider: { name: 'aws', webhook: {} },
            sources: ['service'],
            policy: 'upsert-only',
            txtOwnerId: 'shop-production',
            serviceAccount: {
              annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/dns' },
            },
          },
        },
      },
    });
  });

  it('Velero comes with what it needs to store in S3 and to take CSI snapshots, and nothing that lacks a provider', () => {
    const values = {
      configuration: { backupStorageLocation: [{ provider: 'aws', bucket: 'shop-backups' }] },
    };
    const valuesIn = (environment: ReturnType<typeof delivered>) =>
      addOnObjects('shop', [environment]).find(({ metadata }) => metadata.name === 'shop-production-velero')
        ?.spec;
    const shop = delivered({ addOns: { velero: { values } } });
    expect(valuesIn(shop)).toHaveProperty('source.helm.valuesObject', {
      initContainers: [expect.objectContaining({ name: 'velero-plugin-for-aws' })],
      credentials: { useSecret: false },
      snapshotsEnabled: false,
      configuration: { features: 'EnableCSI', ...values.configuration },
      priorityClassName: 'system-cluster-critical',
      podSecurityContext: expect.objectContaining({ runAsNonRoot: true, runAsUser: 65532 }),
      containerSecurityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    });
    const backups = { isMovingData: true } as NonNullable<typeof shop.outline.backups>;
    const moving = { ...shop, outline: { ...shop.outline, backups } };
    expect(valuesIn(moving)).toHaveProperty('source.helm.valuesObject.deployNodeAgent', true);
  });
});

test('every add-on is in the table, pinned, and described somewhere', () => {
  expect(addOns.map(({ name }) => name)).toEqual(ADD_ONS);
  for (const { chart, source } of addOns) {
    expect(chart.version).toMatch(/^v?\d+\.\d+\.\d+$/);
    expect([chart.repository, source].every((url) => url.startsWith('https://'))).toBe(true);
  }
});
