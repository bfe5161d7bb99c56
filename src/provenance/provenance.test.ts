import { expect, test } from 'vitest';
import { readSource } from '../config/source.ts';
import { type Decision, provenanceOf } from './provenance.ts';

const PLATFORM = `
platform: shop
owner: shop-team
tags: {Project: shop, Stage: "\${environment}"}
namespaces: {services: shop, monitoring: shop-monitoring}
registry: registry.example/shop
providers: {default: external}
secrets: {store: aws-secrets-manager, roleArn: "arn:aws:iam::111111111111:role/secrets"}
services:
  web:
    kind: web
    summary: Answers
    ports: {http: 8080}
    health: {startup: /healthz, liveness: /healthz, readiness: /readyz}
    resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 128Mi}}
    scaling: {min: 2, max: 4, cpu: 70}
    env: {LOG_LEVEL: info, URL: "https://www.\${domain}"}
  worker:
    kind: worker
    summary: Works
    ports: {metrics: 9464}
    health: {startup: /healthz, liveness: /healthz}
    resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 128Mi}}
    scaling: {min: 1, max: 2, cpu: 70}
`;

const PRODUCTION = `
environment: production
cluster: {name: shop, cloud: aws, region: us-east-1, account: "111111111111", zones: [a, b], kubernetes: "1.33"}
domain: shop.example
images:
  web: {tag: 3f2c1ab}
  worker: {tag: 5be7d13}
services:
  web: {scaling: {min: 3}}
`;

const provenance = provenanceOf({
  platform: source('platform.yaml', PLATFORM),
  environment: source('production.yaml', PRODUCTION),
  context: { today: '2026-11-21', checkNames: [] },
});

function source(name: string, text: string) {
  const path = `environments/shop/${name}`;
  return readSource({ path, folder: 'shop', name, bytes: new TextEncoder().encode(text) });
}

function field(file: string, kind: string, name: string, path: string, namespace = 'shop') {
  return { file, object: { apiVersion: '', kind, namespace, name }, field: path };
}

function told({ path, place, overrides }: Decision): string {
  const over = overrides.map(({ file, line }) => ` over ${file.split('/').at(-1)}:${line}`);
  return `${path.join('.')} ${place.file.split('/').at(-1)}:${place.line}${over.join('')}`;
}

test.each([
  [
    'a text',
    field('web', 'ConfigMap', 'web', 'data.LOG_LEVEL'),
    ['services.web.env.LOG_LEVEL platform.yaml:17'],
  ],
  [
    'a text that names a fact, after which comes the fact',
    field('web', 'ConfigMap', 'web', 'data.URL'),
    ['services.web.env.URL platform.yaml:17', 'domain production.yaml:4'],
  ],
  [
    'an image, by its tag before its registry',
    field('web', 'Deployment', 'web', 'spec.template.spec.containers[web].image'),
    ['images.web.tag production.yaml:6', 'registry platform.yaml:6'],
  ],
  [
    'what an environment replaced',
    field('web', 'HorizontalPodAutoscaler', 'web', 'spec.minReplicas'),
    ['services.web.scaling.min production.yaml:9 over platform.yaml:16'],
  ],
  [
    'a number, and then the one that has the object be there',
    field('worker', 'HorizontalPodAutoscaler', 'worker', 'spec.maxReplicas'),
    ['services.worker.scaling.max platform.yaml:24', 'services.worker.scaling.min platform.yaml:24'],
  ],
])('%s is traced to what decides it', (_, asked, expected) => {
  const decisions = [...provenance.ofFields([asked]).values()].flat();
  expect(decisions.map(told)).toEqual(expected);
});

test('what is in the model is traced too', () => {
  const found = provenance.ofModel(['tags.Stage', 'services[web].scaling.min']);
  expect([...found.values()].map((decisions) => decisions.map(told))).toEqual([
    ['tags.Stage platform.yaml:4', 'environment production.yaml:2'],
    ['services.web.scaling.min production.yaml:9 over platform.yaml:16'],
  ]);
});

test.each([
  [
    'a field that no value decides',
    'web',
    'Deployment',
    'web',
    'spec.template.spec.automountServiceAccountToken',
    'platform.yaml:10',
  ],
  [
    'a field that is not there',
    'web',
    'Deployment',
    'web',
    'spec.template.spec.containers[web].lifecycle.none',
    'platform.yaml:10',
  ],
  [
    'a field of several values',
    'web',
    'Deployment',
    'web',
    'spec.template.spec.containers[web].resources',
    'platform.yaml:15',
  ],
  ['an object', 'web', 'Deployment', 'web', '', 'platform.yaml:10'],
])('%s is placed where its surroundings are decided', (_, file, kind, name, path, expected) => {
  const asked = field(file, kind, name, path);
  const place = provenance.placesOf([asked]).get(asked);
  expect(place && `${place.file.split('/').at(-1)}:${place.line}`).toBe(expected);
});

test('an object that is not rendered has no place', () => {
  const asked = field('web', 'Deployment', 'other', 'spec');
  expect(provenance.placesOf([asked]).size).toBe(0);
});
