import { expect, test } from 'vitest';
import { withFiles } from '../../../test/own-objects.ts';
import type { Finding } from '../../model/finding.ts';
import { placeOwn } from './place-own.ts';

const FILES = withFiles({
  'manifests/jobs.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: jobs, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: "jobs-\${environment}", namespace: shop}
spec:
  template:
    spec:
      containers:
        - name: main
          image: "registry.example/jobs:1"
          command: [run]
`,
});

function placed(field: string, name = 'jobs-production'): string {
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name };
  const file = 'manifests/shop/production/_manifests-jobs.yaml';
  const finding = { platform: 'shop', environment: 'production', file, object, field } as Finding;
  const [{ place } = finding] = placeOwn(FILES, [finding]);
  return place ? `${place.file}:${place.line}:${place.column}` : 'nowhere';
}

test.each([
  ['spec.template.spec.containers[main].image', '13:18'],
  ['spec.template.spec.containers[main].command[0]', '14:21'],
  ['spec.template.spec.containers[main].resources.limits', '12:11'],
  ['spec.template.spec', '10:5'],
  ['metadata.name', '7:18'],
  ['metadata.labels["app.kubernetes.io/name"]', '7:1'],
  ['', '6:1'],
])('the field "%s" is placed at %s', (field, place) => {
  expect(placed(field)).toBe(`environments/shop/manifests/jobs.yaml:${place}`);
});

test('what no document can be has no place', () => {
  expect(placed('spec', 'other')).toBe('nowhere');
});
