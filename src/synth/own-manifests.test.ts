import { expect, it, test } from 'vitest';
import { shopWith } from '../../test/own-objects.ts';
import type { Manifest } from '../model/manifest.ts';
import { synthesize } from './synthesize.ts';

const MAIL = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: mail-\${environment}
  namespace: shop
  labels: {app.kubernetes.io/name: mail}
  finalizers: [example.com/keep]
data:
  hello.txt: "{{ .Name }} at \${domain}, cluster \${cluster.name}; a shell says $\${HOME}"
immutable: true
---
# nothing
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: mail
  namespace: shop
  annotations: {argocd.argoproj.io/sync-wave: "7"}
spec: {replicas: 1}
`;

function own(texts: Readonly<Record<string, string>>): readonly Manifest[] {
  return [...synthesize(shopWith(texts))].filter(({ origin }) => origin.concern === 'manifests');
}

it('fills in facts, adds the labels of the platform, and gives the wave of the kind unless there is one', () => {
  const [config, deployment] = own({ 'manifests/mail.yaml': MAIL });
  expect(config).toEqual({
    file: '_manifests-mail',
    origin: { concern: 'manifests', part: 'manifests-mail', service: undefined, variant: undefined },
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'mail-production',
        namespace: 'shop',
        labels: {
          'app.kubernetes.io/managed-by': 'charthouse',
          'app.kubernetes.io/name': 'mail',
          'app.kubernetes.io/part-of': 'shop',
        },
        annotations: { 'argocd.argoproj.io/sync-wave': '-9' },
        finalizers: ['example.com/keep'],
      },
      data: {
        'hello.txt': '{{ .Name }} at shop.example, cluster shop-production; a shell says ${HOME}',
      },
      immutable: true,
    },
  });
  expect(deployment?.object.metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '7' });
});

it('puts the objects of all environments before those of one, in a file of the same name', () => {
  const object = (name: string) =>
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: shop}}`;
  const manifests = own({
    'manifests/production/queues.yaml': object('one'),
    'manifests/queues.yaml': object('all'),
    'manifests/first.yaml': object('first'),
  });
  expect(manifests.map(({ file, object: { metadata } }) => `${file} ${metadata.name}`)).toEqual([
    '_manifests-first first',
    '_manifests-queues all',
    '_manifests-queues one',
  ]);
});

test('an object that is rendered already is refused, with both places', () => {
  const object = (kind: string, name: string) =>
    `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\n`;
  const texts = { 'manifests/mail.yaml': object('Service', 'api') + object('ServiceAccount', 'orders') };
  expect(() => own(texts)).toThrow(
    `environments/shop/manifests/mail.yaml:5:9 metadata.name: Service api is rendered from the input already, into api.yaml
  fix: rename it, or remove it and change what is rendered by the words of the input
environments/shop/manifests/mail.yaml:11:9 metadata.name: ServiceAccount orders is rendered from the input already, into orders.yaml`,
  );
});
