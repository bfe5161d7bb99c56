import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { named, objects, variables } from '../../test/backed-up-shop.ts';
import { render, sampleEnvironment } from '../../test/sample.ts';
import { backups } from './chart.ts';

test('an environment without backups has none of it', () => {
  expect(render(backups, sampleEnvironment())).toEqual([]);
});

test('every namespace of the platform is backed up with its volumes, and no Secret', () => {
  expect(named('Schedule', 'shop')?.['spec']).toEqual({
    schedule: '0 3 * * *',
    useOwnerReferencesInBackup: false,
    template: {
      includedNamespaces: ['shop', 'shop-monitoring', 'external-secrets-system'],
      excludedResources: ['secrets', 'events', 'events.events.k8s.io'],
      ttl: '168h0m0s',
      snapshotVolumes: true,
      snapshotMoveData: false,
      storageLocation: undefined,
    },
  });
});

test('the namespace of drills is isolated: no mesh, nothing allowed in or out but the way of the job', () => {
  expect(named('Namespace', 'shop-drill')?.metadata.labels).toMatchObject({ 'istio-injection': 'disabled' });
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies.map(({ metadata }) => metadata.name)).toEqual(['default-deny', 'backup-drill']);
  const [, job] = policies.map(({ spec }) => spec as { podSelector: object; ingress?: unknown });
  expect(job?.podSelector).toMatchObject({ matchLabels: { 'app.kubernetes.io/component': 'drill' } });
  expect(job?.ingress).toBeUndefined();
});

test('nothing that routes, allows or claims work is restored, and services without a volume get no pods', () => {
  const { includedResources, namespaceMapping } = JSON.parse(variables()['RESTORE'] ?? '');
  expect(namespaceMapping).toEqual({ shop: 'shop-drill' });
  expect(includedResources).toEqual([
    'configmaps',
    'serviceaccounts',
    'services',
    'persistentvolumeclaims',
    'persistentvolumes',
    'volumesnapshots.snapshot.storage.k8s.io',
    'volumesnapshotcontents.snapshot.storage.k8s.io',
    'deployments.apps',
    'statefulsets.apps',
  ]);
  expect(named('ConfigMap', 'shop-drill')?.['data']).toEqual({
    'modifiers.yaml': `version: v1
resourceModifierRules:
- conditions:
    groupResource: deployments.apps
  mergePatches:
  - patchData: '{"spec": {"replicas": 0}}'
`,
  });
});

test('outside its namespace the job may read backups and order restores', () => {
  const roles = objects.filter(({ kind, metadata }) => kind === 'Role' && /backup-drill/.test(metadata.name));
  expect(roles.map(({ metadata }) => metadata.namespace)).toEqual(['shop-drill', 'velero']);
  expect(roles[1]?.metadata.name).toBe('shop-backup-drill');
  expect(roles[1]?.['rules']).toEqual([
    { apiGroups: ['velero.io'], resources: ['backups'], verbs: ['get', 'list'] },
    { apiGroups: ['velero.io'], resources: ['restores'], verbs: ['create', 'get', 'list', 'delete'] },
  ]);
});

test('a drill that fails, is overdue or has never succeeded is an alert of its own', () => {
  const rules = named('ConfigMap', 'backup-drill-rules');
  expect(rules?.metadata.namespace).toBe('shop-monitoring');
  const data = rules?.['data'] as Readonly<Record<string, string>> | undefined;
  const { groups } = parse(data?.['backup-drill.yaml'] ?? '');
  const [overdue, failed] = groups[0].rules;
  expect(overdue).toMatchObject({ alert: 'RestoreDrillOverdue', labels: { severity: 'warning' } });
  expect(overdue.expr).toContain('namespace="shop-drill",cronjob="backup-drill"} > 95 * 86400\nor\n');
  expect(failed).toMatchObject({
    alert: 'RestoreDrillFailed',
    expr: 'kube_job_status_failed{namespace="shop-drill",job_name=~"backup-drill-.*"} > 0',
  });
});
