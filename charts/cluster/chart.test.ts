import { describe, expect, test } from 'vitest';
import type { Quota } from '../../src/model/environment.ts';
import { render, sampleEnvironment } from '../../test/sample.ts';
import { cluster } from './chart.ts';

const objects = render(cluster, sampleEnvironment());
const find = (kind: string, name: string, namespace?: string) =>
  objects.find(
    (object) =>
      object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace,
  );

describe('cluster', () => {
  test.each([
    ['shop', 'enabled'],
    ['shop-monitoring', 'disabled'],
    ['external-secrets-system', 'disabled'],
  ])('the namespace %s admits only restricted pods, its injection is %s', (name, injection) => {
    expect(find('Namespace', name)?.metadata).toMatchObject({
      labels: {
        'istio-injection': injection,
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'v1.33',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
        'charthouse.dev/owner': 'shop-team',
      },
    });
  });

  test('the namespace of agents that look at their node admits what they need, and says so', () => {
    const sample = sampleEnvironment();
    const quota = sample.ownedNamespaces[0]?.quota as Quota;
    const agents = { name: 'shop-node-agents', injected: false, podSecurity: 'privileged', quota } as const;
    const rendered = render(cluster, { ...sample, ownedNamespaces: [agents] });
    expect(rendered.find(({ kind }) => kind === 'Namespace')?.metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'privileged',
      'pod-security.kubernetes.io/audit': 'privileged',
      'pod-security.kubernetes.io/warn': 'privileged',
    });
  });

  test('a quota is text throughout and forbids ways past the gateway', () => {
    expect(find('ResourceQuota', 'quota', 'shop')?.['spec']).toEqual({
      hard: {
        'requests.cpu': '20',
        'requests.memory': '40Gi',
        'limits.memory': '80Gi',
        pods: '100',
        persistentvolumeclaims: '0',
        'requests.storage': '0',
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      },
    });
  });

  test('containers get a default memory limit and no default CPU limit', () => {
    const limits = find('LimitRange', 'defaults', 'shop')?.['spec'] as { limits: { default: object }[] };
    expect(limits.limits.map((limit) => limit.default)).toEqual([{ memory: '256Mi' }]);
  });

  test('a priority is never the default of the cluster', () => {
    expect(find('PriorityClass', 'shop-standard')).toMatchObject({ value: 100_000, globalDefault: false });
  });
});

test('namespaces say when they may be disturbed', () => {
  const window = { day: 'Sunday', from: '02:00', to: '04:00', timeZone: 'UTC', noticeDays: 7 };
  const [namespace] = render(cluster, sampleEnvironment({ maintenance: window }));
  expect(namespace?.metadata.annotations).toMatchObject({
    'charthouse.dev/maintenance-notice': '7 days',
    'charthouse.dev/maintenance-window': 'Sunday 02:00-04:00 UTC',
  });
});
