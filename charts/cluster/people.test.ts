import { describe, expect, test } from 'vitest';
import { DEPLOYER_RULES } from '../../src/access/deployer-rules.ts';
import { EMERGENCY_RULES } from '../../src/access/emergency-rules.ts';
import { CLUSTER_VIEWER_RULES, VIEWER_RULES } from '../../src/access/viewer-rules.ts';
import { render, sampleEnvironment } from '../../test/sample.ts';
import { cluster } from './chart.ts';

const objects = render(cluster, sampleEnvironment());
const named = (kind: string) =>
  objects
    .filter((object) => object.kind === kind)
    .map(({ metadata: { namespace = '', name } }) => `${namespace}/${name}`)
    .sort();

test('roles are said once, and bound where they hold', () => {
  expect(named('ClusterRole')).toEqual(['/shop-cluster-viewer', '/shop-deployer', '/shop-viewer']);
  expect(named('ClusterRoleBinding')).toEqual(['/shop-cluster-viewer']);
  expect(named('RoleBinding')).toEqual([
    'external-secrets-system/viewer',
    'istio-ingress/shop-viewer',
    'shop-monitoring/deployer',
    'shop-monitoring/viewer',
    'shop/deployer',
    'shop/viewer',
  ]);
  expect(named('Role')).toEqual([]);
});

test('deployers look as viewers do', () => {
  const binding = objects.find(({ kind, metadata }) => kind === 'RoleBinding' && metadata.name === 'viewer');
  expect(binding).toMatchObject({ subjects: [{ name: 'shop-deployers' }, { name: 'shop-viewers' }] });
});

test('without groups there is nothing', () => {
  const alone = render(cluster, sampleEnvironment({ access: { deployer: [], viewer: [] } }));
  expect(alone.filter(({ kind }) => /Role/.test(kind))).toEqual([]);
});

test('a preview binds the roles of its environment, and makes none', () => {
  const preview = { copyOf: 'dev', services: [], ttlSeconds: 3600, toolbox: 'registry.example/toolbox:1' };
  const rendered = render(cluster, sampleEnvironment({ preview, ingress: undefined }));
  expect(rendered.filter(({ kind }) => /^(ClusterRole|Role)/.test(kind)).map(({ kind }) => kind)).toEqual(
    Array(5).fill('RoleBinding'),
  );
});

test('an emergency lets deployers write among the services, and says why and until when', () => {
  const emergency = { reason: 'A hole in the payment page', until: '2026-12-02' };
  const rendered = render(cluster, sampleEnvironment({ emergency }));
  const annotations = {
    'charthouse.dev/emergency': 'A hole in the payment page',
    'charthouse.dev/emergency-until': '2026-12-02',
  };
  expect(rendered.filter(({ metadata }) => metadata.name === 'emergency')).toMatchObject([
    { kind: 'Role', metadata: { namespace: 'shop', annotations } },
    {
      kind: 'RoleBinding',
      metadata: { namespace: 'shop', annotations },
      subjects: [{ name: 'shop-deployers' }],
    },
  ]);
});

describe.each([
  ['viewer', VIEWER_RULES],
  ['cluster viewer', CLUSTER_VIEWER_RULES],
  ['deployer', DEPLOYER_RULES],
  ['emergency', EMERGENCY_RULES],
])('the rules of %s', (_name, rules) => {
  test('have no wildcard, no Secrets, no accounts and no way into a pod', () => {
    const text = JSON.stringify(rules);
    expect(text).not.toContain('*');
    expect(text).not.toMatch(/"(secrets|pods\/[a-km-z]+|serviceaccounts\/token|nodes\/proxy)"/);
  });
});

test('viewers change nothing', () => {
  const verbs = [...VIEWER_RULES, ...CLUSTER_VIEWER_RULES].flatMap((rule) => rule.verbs);
  expect([...new Set(verbs)]).toEqual(['get', 'list', 'watch']);
});
