import { expect, test } from 'vitest';
import type { Environment } from '../../../src/model/environment.ts';
import { PARTS } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { sampleEnvironment } from '../../../test/sample.ts';
import { isAlert } from '../../forms/rule.ts';
import { INFRASTRUCTURE_FILES } from './rule-files.ts';

/** Names of the alerts of each file that has any. */
function alertsOf(environment: Environment): Readonly<Record<string, readonly string[]>> {
  const files = INFRASTRUCTURE_FILES.map(({ file, groups }): [string, readonly string[]] => {
    const alerts = groups(environment).flatMap(({ rules }) => rules.filter(isAlert));
    return [file, alerts.map(({ alert }) => alert)];
  });
  return Object.fromEntries(files.filter(([, alerts]) => alerts.length > 0));
}

const parts = (...on: readonly string[]) =>
  Object.fromEntries(PARTS.map((part) => [part, on.includes(part)])) as NonNullable<
    Environment['observability']
  >['parts'];

test('an environment with everything has every file, each with the alerts people know', () => {
  const alerts = alertsOf(observedShop());
  expect(Object.keys(alerts)).toEqual([
    'general',
    'kubernetes',
    'nodes',
    'prometheus',
    'add-ons',
    'mesh',
    'stack',
    'uptime',
  ]);
  expect(alerts['general']).toEqual(['Watchdog', 'InfoInhibitor', 'TargetDown']);
  expect(alerts['kubernetes']).toEqual(expect.arrayContaining(['KubePodCrashLooping', 'KubeAPIDown']));
  expect(alerts['nodes']).toContain('NodeFilesystemAlmostOutOfSpace');
  expect(alerts['prometheus']).toContain('PrometheusBadConfig');
  expect(Object.values(alerts).flat().length).toBeGreaterThan(90);
});

test('with metrics alone there is nothing about parts that are not there', () => {
  expect(Object.keys(alertsOf(observedShop({ parts: parts('metrics') })))).toEqual([
    'general',
    'kubernetes',
    'prometheus',
    'add-ons',
    'mesh',
  ]);
});

test('each of the other programs is watched where its part is on, and only there', () => {
  const stack = (part: string) => alertsOf(observedShop({ parts: parts('metrics', part) }))['stack'];
  expect(stack('dashboards')).toEqual(['GrafanaRequestsFailing']);
  expect(stack('logs')).toEqual(['FluentBitDroppingLogs', 'FluentBitRetrying']);
  expect(stack('tracing')).toHaveLength(4);
});

test('beside the Prometheus operator only what kube-prometheus-stack does not have', () => {
  const alerts = alertsOf(observedShop({ mode: 'operator' }));
  expect(Object.keys(alerts)).toEqual(['general', 'add-ons', 'mesh', 'stack', 'uptime']);
  expect(alerts['general']).toEqual(['Watchdog']);
});

test('nothing watches an environment without observability', () => {
  expect(alertsOf(sampleEnvironment())).toEqual({});
});

test('no gateway is missed where there is no way in from outside', () => {
  expect(alertsOf(observedShop({}, { ingress: undefined }))['mesh']).not.toContain('MeshGatewayDown');
});

test('rules about workloads see the namespaces of the platform and no others', () => {
  const kubernetes = INFRASTRUCTURE_FILES.find(({ file }) => file === 'kubernetes');
  const apps = kubernetes?.groups(observedShop()).find(({ name }) => name === 'kubernetes-apps');
  const selectors = apps?.rules.flatMap(({ expr }) => expr.match(/kube_\w+\{[^}]*\}/g) ?? []) ?? [];
  expect(selectors.length).toBeGreaterThan(30);
  const owned = 'namespace=~"external-secrets-system|shop|shop-monitoring|shop-node-agents"';
  expect(selectors.filter((selector) => !selector.includes(owned))).toEqual([]);
});

test('an environment without node agents has the rules about workloads that the others have', () => {
  const shop = observedShop();
  const { observability, namespaces, ownedNamespaces } = shop;
  const named = { ...namespaces, nodeAgents: 'shop-node-agents' };
  const without = {
    ...shop,
    namespaces: named,
    ownedNamespaces: ownedNamespaces.filter(({ name }) => name !== 'shop-node-agents'),
    observability: observability && { ...observability, nodeAgents: undefined },
  };
  const kubernetes = INFRASTRUCTURE_FILES.find(({ file }) => file === 'kubernetes');
  expect(without.ownedNamespaces.length).toBe(ownedNamespaces.length - 1);
  expect(kubernetes?.groups(without)).toEqual(kubernetes?.groups({ ...shop, namespaces: named }));
});

test('as many rules for many services as for few', () => {
  const shop = observedShop();
  const many = { ...shop, services: Array.from({ length: 500 }, () => shop.services[0] ?? never()) };
  expect(alertsOf(many)).toEqual(alertsOf(shop));
});

function never(): never {
  throw new Error('the shop has no services');
}
