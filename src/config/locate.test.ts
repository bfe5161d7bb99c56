import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { InputFile } from '../model/input-file.ts';
import { locateFindings } from './locate.ts';

const PLATFORM = `platform: shop
tags: {Project: shop}
namespaces: {services: shop, monitoring: shop-monitoring}
priorities: {critical: 1000}
services:
  web:
    kind: web
    repository: registry.example/shop/web
    ports: {http: 8080, metrics: 9464}
    health: {liveness: /healthz}
    resources: {requests: {memory: 64Mi}}
    scaling: {min: 2, max: 4, cpu: 70}
    env: {LOG_LEVEL: info, DEBUG: off}
    secretFiles: {database-url: x}
    uses: {orders: {}}
    expose: {host: www, auth: jwt}
    migrate: {command: [migrate], retries: 2}
    variants: {canary: {scaling: {min: 1}}}
  reports:
    kind: cron
    schedule: {at: "0 6 * * *"}
    job: {retries: 1}
  search:
    kind: stateful
    volume: {size: 10Gi}
resources: {postgres: {type: postgres}}
externals: {payments: {host: api.payments.example}}
access: {viewer: [viewers]}
secrets: {roleArn: role}
exceptions:
  web-cache: {check: a, expires: 2027-02-01}
  old: {check: b}
`;

const PRODUCTION = `environment: production
domain: shop.example
ingress: {albToMesh: {certificateArn: arn}}
images:
  web: {tag: 3f2c1ab, variants: {canary: {tag: 5be7d13}}}
  reports: {digest: "sha256:0"}
services:
  web: {scaling: {min: 3}, env: {DEBUG: on}}
observability:
  level: full
  prometheus: {storage: 50Gi, resources: {requests: {memory: 2Gi}}}
  alerts: {slack: shop-alerts}
  cloud: {roleArn: arn}
  parts: {uptime: true}
  images: {grafana: {tag: 13.1.3}}
exceptions:
  web-cache: {expires: 2027-01-01}
`;

const FILES = [file('platform.yaml', PLATFORM), file('production.yaml', PRODUCTION)];

function file(name: string, text: string): InputFile {
  return { path: `environments/shop/${name}`, folder: 'shop', name, bytes: new TextEncoder().encode(text) };
}

function finding(at: string, kind: string, name: string, field: string, namespace = 'shop'): Finding {
  return {
    ...{ check: 'some-check', topic: 'pods', severity: 'error', platform: 'shop', environment: 'production' },
    file: at === '' ? '' : `shop/production/${at}.yaml`,
    object: { apiVersion: 'v1', kind, namespace, name },
    ...{ field, message: 'expected a, found b', exception: undefined, place: undefined },
  };
}

/** The file and the text that stands at a finding's place, up to the end of its line. */
function placed(found: Finding): string | undefined {
  const { place } = locateFindings(FILES, [found])[0] as Finding;
  if (!place) return undefined;
  const { path, bytes } = FILES.find((input) => input.path === place.file) as InputFile;
  const line = new TextDecoder().decode(bytes).split('\n')[place.line - 1] ?? '';
  return `${path.split('/').at(-1)} ${line.slice(place.column - 1)}`;
}

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers[web]`;

test.each([
  ['a tag', 'Deployment', 'web', `${CONTAINER}.image`, 'production.yaml 3f2c1ab, variants'],
  ["a variant's tag", 'Deployment', 'web-canary', `${CONTAINER}.image`, 'production.yaml 5be7d13}}}'],
  ["the migration's tag", 'Job', 'web-migrate', `${CONTAINER}.image`, 'production.yaml 3f2c1ab, variants'],
  ['a request', 'Deployment', 'web', `${CONTAINER}.resources.requests.memory`, 'platform.yaml 64Mi}}'],
  [
    'a limit',
    'Deployment',
    'web',
    `${CONTAINER}.resources.limits.memory`,
    'platform.yaml resources: {requests',
  ],
  ['replicas', 'Deployment', 'web', 'spec.replicas', 'production.yaml 3}'],
  ['a minimum', 'HorizontalPodAutoscaler', 'web', 'spec.minReplicas', 'production.yaml 3}'],
  ["a variant's minimum", 'HorizontalPodAutoscaler', 'web-canary', 'spec.minReplicas', 'platform.yaml 1}}}'],
  [
    "a variant's maximum",
    'HorizontalPodAutoscaler',
    'web-canary',
    'spec.maxReplicas',
    'platform.yaml scaling: {min: 1',
  ],
  ['a maximum', 'HorizontalPodAutoscaler', 'web', 'spec.maxReplicas', 'platform.yaml 4, cpu: 70}'],
  ['a target', 'HorizontalPodAutoscaler', 'web', 'spec.metrics[cpu].resource', 'platform.yaml 70}'],
  ['a budget', 'PodDisruptionBudget', 'web', 'spec.minAvailable', 'production.yaml scaling: {min: 3}'],
  ['a probe', 'Deployment', 'web', `${CONTAINER}.livenessProbe.httpGet.port`, 'platform.yaml /healthz}'],
  ['a missing probe', 'Deployment', 'web', `${CONTAINER}.readinessProbe`, 'platform.yaml health: {liveness'],
  ['a variable', 'Deployment', 'web', `${CONTAINER}.env[LOG_LEVEL].value`, 'platform.yaml info, DEBUG'],
  ['a key of a ConfigMap', 'ConfigMap', 'web', 'data.DEBUG', 'production.yaml on}}'],
  ['a key in brackets', 'ConfigMap', 'web', 'data["LOG_LEVEL"]', 'platform.yaml info, DEBUG'],
  ['a port', 'Service', 'web', 'spec.ports[metrics].port', 'platform.yaml 9464}'],
  ['a volume', 'Deployment', 'web', `${POD}.volumes[secrets]`, 'platform.yaml secretFiles: {database'],
  ['retries of a migration', 'Job', 'web-migrate', 'spec.backoffLimit', 'platform.yaml 2}'],
  ['who may call', 'NetworkPolicy', 'web', 'spec.egress[0]', 'platform.yaml uses: {orders'],
  ['a token', 'RequestAuthentication', 'web', 'spec.jwtRules[0]', 'platform.yaml jwt}'],
  ['a label', 'Deployment', 'web', 'metadata.labels.Project', 'platform.yaml shop}'],
  ['what no row knows', 'Deployment', 'web', `${POD}.securityContext`, 'platform.yaml web:'],
])('of a service: %s is placed', (_, kind, name, field, expected) => {
  expect(placed(finding('web', kind, name, field))).toContain(expected);
});

test.each([
  ['a schedule', 'reports', 'CronJob', 'spec.schedule', 'platform.yaml schedule: {at'],
  [
    'a digest',
    'reports',
    'CronJob',
    'spec.jobTemplate.spec.template.spec.containers[reports].image',
    'sha256:0',
  ],
  ['retries of a run', 'reports', 'CronJob', 'spec.jobTemplate.spec.backoffLimit', 'platform.yaml 1}'],
  [
    'the size of a volume',
    'search',
    'StatefulSet',
    'spec.volumeClaimTemplates[data].spec.resources',
    '10Gi}',
  ],
])('of other kinds: %s is placed', (_, service, kind, field, expected) => {
  expect(placed(finding(service, kind, service, field))).toContain(expected);
});

test.each([
  ['_cluster', 'Namespace', 'shop-monitoring', 'metadata', 'platform.yaml shop-monitoring}'],
  ['_cluster', 'Namespace', 'shop-monitoring', 'metadata.labels[x/pod-security]', 'shop-monitoring}'],
  ['_cluster', 'ResourceQuota', 'quota', 'spec.hard.pods', 'platform.yaml shop, monitoring'],
  ['_cluster', 'Role', 'viewer', 'rules', 'platform.yaml viewer: [viewers]'],
  ['_cluster', 'PriorityClass', 'shop-critical', 'value', 'platform.yaml 1000}'],
  ['_ingress', 'Ingress', 'shop', 'metadata.annotations["x/certificate-arn"]', 'production.yaml arn}}'],
  ['_ingress', 'Ingress', 'shop', 'spec.rules[0].host', 'production.yaml shop.example'],
  ['_ingress', 'Ingress', 'shop', 'metadata.annotations["x/ssl-policy"]', 'production.yaml ingress:'],
  ['_mesh', 'VirtualService', 'public.www', 'spec.hosts', 'platform.yaml www, auth'],
  ['_mesh', 'ServiceEntry', 'postgres-reader', 'spec.hosts', 'platform.yaml postgres: {type'],
  ['_mesh', 'ServiceEntry', 'payments', 'spec.hosts', 'platform.yaml payments: {host'],
  ['_secrets', 'SecretStore', 'shop', 'spec', 'platform.yaml role'],
])('of the environment in %s: %s %s %s is placed', (at, kind, name, field, expected) => {
  expect(placed(finding(at, kind, name, field))).toContain(expected);
});

test.each([
  ['StatefulSet', 'prometheus', `${POD}.containers[prometheus].resources.requests.memory`, '2Gi}}'],
  ['StatefulSet', 'prometheus', 'spec.volumeClaimTemplates[data].spec.resources', '50Gi, resources'],
  ['StatefulSet', 'prometheus', 'spec.replicas', 'prometheus: {storage'],
  ['ClusterRole', 'shop-prometheus', 'rules', 'prometheus: {storage'],
  ['ExternalSecret', 'alertmanager', 'spec.data', 'alerts: {slack'],
  ['ServiceAccount', 'cloudwatch-exporter', 'metadata.annotations', 'arn}'],
  ['Deployment', 'grafana', `${POD}.containers[grafana].image`, '13.1.3}'],
  ['Deployment', 'blackbox-exporter', `${POD}.securityContext`, 'true}'],
  ['Deployment', 'kiali', `${POD}.containers[kiali].image`, 'full'],
  ['Deployment', 'postgres-exporter', `${POD}.containers[x].resources`, 'postgres: {type'],
  ['Deployment', 'prometheus', `${POD}.priorityClassName`, 'observability:'],
  ['Deployment', 'prometheus', 'metadata.labels.Project', 'shop}'],
  ['ConfigMap', 'something', 'data.x', 'full'],
])('of what watches the environment: %s %s %s is placed', (kind, name, field, expected) => {
  expect(placed(finding(`_observability-${name}`, kind, name, field, 'shop-monitoring'))).toContain(expected);
});

test.each([
  ['web-cache', 'expires', 'production.yaml 2027-01-01}'],
  ['web-cache', 'check', 'platform.yaml a, expires'],
  ['web-cache', 'namespace', 'production.yaml web-cache: {expires'],
  ['old', '', 'platform.yaml old: {check'],
])('the exception %s %s is placed where it is written', (name, field, expected) => {
  expect(placed(finding('', 'Exception', name, field))).toContain(expected);
});

test('what nothing in the input decides has no place', () => {
  expect(placed(finding('_mesh', 'PeerAuthentication', 'default', 'spec'))).toBeUndefined();
  expect(placed(finding('added', 'Deployment', 'added', 'spec'))).toBeUndefined();
  expect(placed({ ...finding('web', 'Deployment', 'web', ''), platform: 'bank' })).toBeUndefined();
});

test('without findings, no file is looked into', () => {
  expect(locateFindings([file('platform.yaml', '}')], [])).toEqual([]);
});
