import { readdirSync } from 'node:fs';
import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { expect, test } from 'vitest';
import { PlainObject } from '../../imports/api-object.ts';
import type { PolicyRule } from '../../imports/kubernetes.ts';
import type { Namespace } from '../../src/model/environment.ts';
import { sampleEnvironment } from '../../test/sample.ts';
import { deployerRulesIn } from './deployer-rules.ts';
import { VIEWER_RULES } from './viewer-rules.ts';

/** Kinds that stand in no namespace of a platform, and those that bound what may be done in one. */
const NOT_DEPLOYED = [
  ['Namespace', 'PriorityClass'],
  ['Gateway', 'Ingress', 'Schedule'],
  ['LimitRange', 'ResourceQuota', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
  // Only where pods may look at their node.
  ['DaemonSet'],
].flat();

/** What Argo Rollouts makes of a release, to be promoted, aborted and looked at while it is under way. */
const OF_RELEASES = ['argoproj.io/analysisruns', 'argoproj.io/rollouts/status'];

const environment = sampleEnvironment();
const [services, monitoring, externalSecrets] = environment.ownedNamespaces.map((namespace) =>
  deployerRulesIn(namespace, environment),
) as [readonly PolicyRule[], readonly PolicyRule[], readonly PolicyRule[]];

test('a deployer may change exactly the kinds of imports/ that are rendered into namespaces', async () => {
  const kinds = await importedKinds();
  expect(kinds.length).toBeGreaterThan(28);
  expect(kinds.map((kind) => kind.name)).toEqual(expect.arrayContaining(NOT_DEPLOYED));
  const expected = kinds.filter((kind) => !NOT_DEPLOYED.includes(kind.name)).map((kind) => kind.resource);
  expect(resources(services)).toEqual([...expected, ...OF_RELEASES].sort());
});

test('a deployer cannot start pods beside External Secrets', () => {
  expect(resources(externalSecrets)).toEqual(['networking.k8s.io/networkpolicies']);
  expect(monitoring).toBe(services);
});

test('a deployer cannot start pods that look at their node', () => {
  const agents = { ...environment.ownedNamespaces[0], name: 'shop-node-agents', podSecurity: 'privileged' };
  expect(resources(deployerRulesIn(agents as Namespace, environment))).toEqual(resources(externalSecrets));
});

test.each([
  ['deployer', services],
  ['viewer', VIEWER_RULES],
])('a %s has no wildcard, no Secrets, no rights and no way into a pod', (_name, rules) => {
  const text = JSON.stringify(rules);
  expect(text).not.toContain('*');
  expect(text).not.toContain('rbac.authorization.k8s.io');
  expect(text).not.toMatch(/"(secrets|pods\/exec|pods\/attach|pods\/portforward|pods\/ephemeralcontainers)"/);
});

test('a viewer changes nothing', () => {
  expect([...new Set(VIEWER_RULES.flatMap((rule) => rule.verbs))]).toEqual(['get', 'list', 'watch']);
});

function resources(rules: readonly PolicyRule[]): readonly string[] {
  return rules
    .flatMap(({ apiGroups = [], resources: names = [] }) => names.map((name) => `${apiGroups[0]}/${name}`))
    .sort();
}

type KindClass = new (scope: Construct, fields: object) => PlainObject;

async function importedKinds(): Promise<{ readonly name: string; readonly resource: string }[]> {
  const names = readdirSync(new URL('../../imports', import.meta.url)).map((file) =>
    file.replace(/\.ts$/, ''),
  );
  const modules = await Promise.all(names.map((name) => import(`../../imports/${name}.ts`)));
  const exported: unknown[] = modules.flatMap((module) => Object.values(module));
  return exported.filter(isKindClass).map((Kind) => {
    const { apiGroup, kind } = new Kind(new Chart(new App(), 'chart'), { metadata: { name: 'any' } });
    return { name: kind, resource: `${apiGroup === 'core' ? '' : apiGroup}/${plural(kind.toLowerCase())}` };
  });
}

function isKindClass(value: unknown): value is KindClass {
  // cdk8s gives its classes an `instanceof` of their own that sees instances only.
  return typeof value === 'function' && Object.prototype.isPrototypeOf.call(PlainObject, value);
}

function plural(kind: string): string {
  if (kind.endsWith('s')) return `${kind}es`;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
