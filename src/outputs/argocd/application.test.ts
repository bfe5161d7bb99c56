import { expect, test } from 'vitest';
import { delivered } from '../../../test/delivered.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { environmentApplications } from './application.ts';
import type { DeliveredEnvironment } from './delivered-environment.ts';
import { ignoredDifferences } from './ignored-differences.ts';

/** The Application of what all others stand on. */
function base(one: DeliveredEnvironment) {
  return environmentApplications(one)[0] as ReturnType<typeof environmentApplications>[number];
}

test('follows the folder of its environment, as it stands in Git', () => {
  const { metadata, spec } = base(delivered({ revision: 'main', path: 'rendered' }));
  expect(metadata.name).toBe('shop-production.base');
  expect(spec.source).toEqual({
    repoURL: 'https://git.shop.example/platform.git',
    targetRevision: 'main',
    path: 'rendered/manifests/shop/production',
    directory: {
      include: '_*.yaml',
      exclude: '{_backups*.yaml,_ingress*.yaml,_manifests*.yaml,_observability*.yaml}',
    },
  });
  expect(spec.destination).toEqual({ name: 'shop-production', namespace: 'shop' });
});

test('goes with the server-side diff that server-side apply needs, ignores nothing, and never cascades', () => {
  const { metadata, spec } = base(delivered());
  expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' });
  expect(spec.syncPolicy?.syncOptions).toContain('ServerSideApply=true');
  expect(spec.syncPolicy?.syncOptions?.join(' ')).not.toMatch(/RespectIgnoreDifferences|CreateNamespace/);
  expect(spec.ignoreDifferences).toBeUndefined();
  expect(metadata.finalizers).toBeUndefined();
});

test.each([
  [true, { enabled: true, prune: true, selfHeal: true, allowEmpty: false }],
  [false, undefined],
])('with automated: %s', (automated, expected) => {
  expect(base(delivered({ automated })).spec.syncPolicy?.automated).toEqual(expected);
});

test.each([
  ['nobody', {}, []],
  [
    'Slack of everything',
    { slack: 'deploys' },
    ['deployed.slack', 'health-degraded.slack', 'sync-failed.slack'],
  ],
  [
    'mail of failures',
    { email: ['b@shop.example', 'a@shop.example'] },
    ['health-degraded.email', 'sync-failed.email'],
  ],
])('tells %s', (_, notifications, expected) => {
  const { annotations = {} } = base(delivered({ notifications })).metadata;
  const start = 'notifications.argoproj.io/subscribe.charthouse-';
  const subscribed = Object.entries(annotations).filter(([key]) => key.startsWith(start));
  expect(subscribed.map(([key]) => key.slice(start.length))).toEqual(expected);
  for (const [key, to] of subscribed) {
    expect(to).toBe(key.endsWith('slack') ? 'deploys' : 'a@shop.example;b@shop.example');
  }
});

test('ignores of a release only what its controller writes, object by object, route by route', () => {
  const istio = {
    virtualService: { name: 'web', routes: ['web/shop'], tcpRoutes: [{ port: 5432 }] },
    virtualServices: [{ name: 'public.edge' }],
    destinationRule: { name: 'web', stableSubsetName: 'stable', canarySubsetName: 'canary' },
  };
  expect(ignoredDifferences([rollout({ canary: { trafficRouting: { istio } } })])).toEqual([
    {
      group: 'networking.istio.io',
      kind: 'VirtualService',
      name: 'web',
      namespace: 'shop',
      jqPathExpressions: [
        '.spec.http[]? | select(.name == "web/shop") | .route[]?.weight',
        '.spec.tcp[]? | select(any(.match[]?; .port == 5432)) | .route[]?.weight',
      ],
    },
    {
      group: 'networking.istio.io',
      kind: 'VirtualService',
      name: 'public',
      namespace: 'edge',
      jqPathExpressions: ['.spec.http[]?.route[]?.weight'],
    },
    {
      group: 'networking.istio.io',
      kind: 'DestinationRule',
      name: 'web',
      namespace: 'shop',
      jqPathExpressions: ['stable', 'canary'].map(
        (subset) => `.spec.subsets[]? | select(.name == "${subset}") | .labels["rollouts-pod-template-hash"]`,
      ),
    },
  ]);
});

test('ignores the hash in the selectors of the Services that a blue-green release turns over, and no more of them', () => {
  const hashOf = (name: string) => ({
    kind: 'Service',
    name,
    namespace: 'shop',
    jsonPointers: ['/spec/selector/rollouts-pod-template-hash'],
  });
  expect(ignoredDifferences([rollout({ blueGreen: { activeService: 'web' } })])).toEqual([hashOf('web')]);
  const blueGreen = { activeService: 'web', previewService: 'web-preview' };
  expect(ignoredDifferences([rollout({ blueGreen })])).toEqual([hashOf('web'), hashOf('web-preview')]);
});

function rollout(strategy: unknown): ManifestObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { strategy },
  };
}
