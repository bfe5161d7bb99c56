import type { IApplicationSpec } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSpec';
import { describe, expect, it } from 'vitest';
import { delivered } from '../../../test/delivered.ts';
import { ADD_ONS } from '../../model/delivery.ts';
import { addOnObjects } from './add-on-objects.ts';

const applications = (environments: readonly ReturnType<typeof delivered>[]) =>
  addOnObjects('shop', environments).filter(({ kind }) => kind === 'Application');

describe('around the platform', () => {
  const everything = { addOns: { keda: {}, 'argo-rollouts': {}, velero: { values: {} } } };
  const shop = delivered(everything);
  const specs = (isRedundant: boolean) =>
    new Map(
      applications([{ ...shop, outline: { ...shop.outline, isRedundant } }]).map(({ metadata, spec }) => [
        metadata.labels?.['charthouse.dev/add-on'] ?? '',
        spec as IApplicationSpec,
      ]),
    );
  const valuesOf = (name: string, isRedundant = true) =>
    JSON.stringify(specs(isRedundant).get(name)?.source?.helm?.valuesObject ?? {});

  /** Kinds only, or a class that the chart has by itself. */
  const CLASSED = ['istio-base', 'istio-cni', 'metrics-server', 'aws-load-balancer-controller'];

  it.each(ADD_ONS.filter((name) => !CLASSED.includes(name)))(
    '%s stands above every pod of the platform',
    (name) => {
      expect(valuesOf(name)).toContain('"priorityClassName":"system-cluster-critical"');
    },
  );

  it.each([
    ['istiod', '"autoscaleMin":2'],
    ['external-secrets', '"replicaCount":2'],
    ['cert-manager', '"replicaCount":2'],
    ['keda', '"replicaCount":2'],
    ['metrics-server', '"replicas":2'],
    ['reloader', '"replicas":2'],
  ])('%s runs twice and apart where a service does, and once where none does', (name, two) => {
    expect(valuesOf(name)).toContain(two);
    expect(valuesOf(name)).toContain('topologySpreadConstraints');
    expect(valuesOf(name, false)).not.toContain(two);
  });

  it('the gateway is drained for longer than the load balancer sends to it, and its pods gate on that', () => {
    const { source, syncPolicy } = specs(true).get('istio-gateway') as IApplicationSpec;
    expect(source?.helm?.valuesObject).toMatchObject({
      podDisruptionBudget: { maxUnavailable: 1 },
      podAnnotations: { 'proxy.istio.io/config': 'terminationDrainDuration: 45s\n' },
      terminationGracePeriodSeconds: 60,
    });
    expect(syncPolicy?.managedNamespaceMetadata?.labels).toMatchObject({
      'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });

  it('namespaces that Argo CD creates admit restricted pods only; those of others it leaves alone', () => {
    const levels = [...specs(true)].map(([name, { destination, syncPolicy }]) => [
      name,
      destination.namespace,
      syncPolicy?.managedNamespaceMetadata?.labels?.['pod-security.kubernetes.io/enforce'],
    ]);
    const others = levels.filter(([name, , level]) => name && level !== 'restricted');
    expect(others.map(([, namespace]) => namespace)).toEqual([
      'kube-system',
      'kube-system',
      'external-secrets-system',
      'kube-system',
    ]);
  });
});
