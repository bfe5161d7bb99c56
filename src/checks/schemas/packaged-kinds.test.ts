import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { loadSchemas } from './load.ts';
import { toldOf, UNSOUND } from './told.fixture.ts';

const schemas = await loadSchemas();

const service = (spec: string) =>
  `{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{name: http, ${spec}}]}}`;
const claim = (rest: string) =>
  `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: web}, spec: {resources: {requests: {storage: ${rest}}}}}`;
const filter = (value: string) =>
  `{apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {name: web}, spec: {configPatches: [{patch: {operation: MERGE, value: ${value}}}]}}`;

test.each([
  [
    'an unknown field',
    service('port: 80, nodeport: 30080'),
    ['spec.ports[http].nodeport: expected nodePort, found the unknown field nodeport'],
  ],
  [
    'an unknown field next to wrong types',
    service('port: "80", x: 1'),
    [
      'spec.ports[http].port: expected a whole number, found "80"',
      'spec.ports[http].x: expected one of appProtocol, name, nodePort, port, protocol, targetPort, found the unknown field x',
      UNSOUND,
    ],
  ],
  ['a port by name', service('port: 80, targetPort: http'), []],
  ['a port by number', service('port: 80, targetPort: 8080'), []],
  [
    'a port that is neither',
    service('port: 80, targetPort: true'),
    ['spec.ports[http].targetPort: expected a whole number or a text, found true', UNSOUND],
  ],
  ['a quantity as number', claim('10'), []],
  ['a quantity as text', claim('10Gi'), []],
  [
    'no quantity',
    claim('10 GB'),
    [
      'spec.resources.requests.storage: expected a number or a quantity such as 250m or 1Gi, found "10 GB"',
      UNSOUND,
    ],
  ],
  [
    'a null',
    service('port: 80, appProtocol: null'),
    ['spec.ports[http].appProtocol: expected a value, or no such field; found null', UNSOUND],
  ],
  [
    'a required field that is null',
    service('port: null'),
    ['spec.ports[http].port: expected a value, or no such field; found null', UNSOUND],
  ],
  [
    'the null that generators write',
    '{apiVersion: v1, kind: Namespace, metadata: {name: web, creationTimestamp: null}}',
    [],
  ],
  ['whatever a field takes that takes anything', filter('{a: {b: null, c: [{d: 1}, null]}}'), []],
  [
    'a word of no enum',
    service('port: 80').replace('spec: {', 'spec: {sessionAffinity: Client, '),
    ['spec.sessionAffinity: expected one of ClientIP, None, found "Client"'],
  ],
  [
    'metadata of wrong types',
    '{apiVersion: v1, kind: Namespace, metadata: {name: web, labels: {a: 1}}}',
    ['metadata.labels.a: expected a text, found 1', UNSOUND],
  ],
  [
    'metadata with unknown fields',
    '{apiVersion: v1, kind: Namespace, metadata: {name: web, label: {}}}',
    ['metadata.label: expected labels, found the unknown field label'],
  ],
  [
    'a description',
    '{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: web}, value: 1, description: x}',
    [],
  ],
  [
    'a secret without telling it',
    '{apiVersion: v1, kind: Secret, metadata: {name: web}, data: {password: "plain text"}}',
    ['data.password: expected base64, found another text', UNSOUND],
  ],
  [
    'fields that exclude each other',
    '{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: web}, spec: {http: [{match: [{uri: {prefix: /, exact: /}}]}]}}',
    [
      'spec.http[0].match[0].uri: expected only one of the fields that exclude each other, found prefix, exact',
      UNSOUND,
    ],
  ],
  [
    'an object without a name',
    '{apiVersion: v1, kind: Namespace, metadata: {}}',
    ['metadata.name: expected a name, found none', UNSOUND],
  ],
  [
    'a map without anything',
    '{}',
    [
      'apiVersion: expected a name, found none',
      'kind: expected a name, found none',
      'metadata.name: expected a name, found none',
      UNSOUND,
    ],
  ],
  [
    'another version',
    '{apiVersion: batch/v2, kind: Job, metadata: {name: web}}',
    ['unknown kind, likely batch/v1 Job', UNSOUND],
  ],
  [
    'a misspelt group',
    '{apiVersion: networking.istio.com/v1, kind: Gateway, metadata: {name: web}}',
    ['unknown kind, likely networking.istio.io/v1 Gateway', UNSOUND],
  ],
])('of a kind that is known: %s', (_, text, expected) => {
  expect(toldOf(schemas, text)).toEqual(expected);
  // Made by now, the shapes give the same again.
  expect(toldOf(schemas, text)).toEqual(expected);
});

test('schemas that were loaded for other objects are a mistake of the caller', async () => {
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };
  expect(() => judge({ ...schemas, byKind: new Map() }, [object])).toThrow('loaded without v1 Pod');
  expect((await loadSchemas([object])).byKind.size).toBe(1);
});

const pod = (fields: string) =>
  `{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: web}], ${fields}}}`;

test.each([
  [
    'a field that came later',
    28,
    pod('resources: {}'),
    ['spec.resources: expected Kubernetes 1.32 or newer for this field, found 1.28'],
  ],
  ['the same field later', 32, pod('resources: {}'), []],
  [
    'a field that was asked for earlier',
    28,
    '{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {selector: {}, template: {}}}',
    ['spec.serviceName: expected a value, found nothing', UNSOUND],
  ],
  [
    'a kind that came later',
    28,
    '{apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}, spec: {}}',
    ['unknown kind, likely a cluster of Kubernetes 1.34 or newer', UNSOUND],
  ],
  ['a kind of a version newer than all that are known', 99, pod('hostUsers: false'), []],
])('in a version of Kubernetes: %s', async (_, minor, text, expected) => {
  expect(toldOf(await loadSchemas(undefined, minor), text)).toEqual(expected);
});
