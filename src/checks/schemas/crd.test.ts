import { expect, test } from 'vitest';
import { CrdError } from './crd-error.ts';
import { judge } from './judge.ts';
import { loadSchemas, withCrds } from './load.ts';
import { toldOf, UNSOUND } from './told.fixture.ts';

const schemas = await withCrds(await loadSchemas(), [{ file: 'crds.yaml', documents: [list(crd())] }]);

const widget = (spec: string) =>
  `{apiVersion: shop.example/v1, kind: Widget, metadata: {name: web}, spec: ${spec}}`;

test.each([
  [
    'every field',
    widget(
      '{size: 3, port: http, color: null, labels: {a: b}, raw: {x: [null]}, template: {apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}}',
    ),
    [],
  ],
  [
    'an unknown field',
    widget('{size: 3, colour: red}'),
    ['spec.colour: expected color, found the unknown field colour'],
  ],
  [
    'an unknown field of metadata',
    widget('{size: 3}').replace('name: web', 'name: web, label: {}'),
    ['metadata.label: expected labels, found the unknown field label'],
  ],
  ['a missing field', widget('{port: 80}'), ['spec.size: expected a value, found nothing', UNSOUND]],
  [
    'a null where none is allowed',
    widget('{size: null}'),
    ['spec.size: expected a value, or no such field; found null', UNSOUND],
  ],
  [
    'neither a number nor a text',
    widget('{size: 3, port: true}'),
    ['spec.port: expected a whole number or a text, found true', UNSOUND],
  ],
  ['a bound that is excluded', widget('{size: 0}'), ['spec.size: expected more than 0, found 0', UNSOUND]],
  ['a pattern only Go reads', widget('{size: 3, color: RED}'), []],
  [
    'a restricted name',
    widget('{size: 3}').replace('name: web', 'name: a-name-that-is-far-too-long'),
    ['metadata.name: expected at most 20 letters, found "a-name-that-is-far-too-long"'],
  ],
  [
    'a version that is not served',
    widget('{}').replace('/v1', '/v1alpha1'),
    ['unknown kind, likely shop.example/v1 Widget', UNSOUND],
  ],
])('of a defined kind: %s', (_, text, expected) => {
  expect(toldOf(schemas, text)).toEqual(expected);
});

test.each([
  [
    'a document of another kind',
    [crd(), { apiVersion: 'v1', kind: 'Pod' }],
    'crds.yaml: document 2: expected a CustomResourceDefinition of apiextensions.k8s.io/v1, found v1 Pod',
  ],
  [
    'an old definition',
    [{ ...crd(), apiVersion: 'apiextensions.k8s.io/v1beta1' }],
    'crds.yaml: document 1: expected a CustomResourceDefinition of apiextensions.k8s.io/v1, found apiextensions.k8s.io/v1beta1 CustomResourceDefinition',
  ],
  [
    'a version without schema',
    [crd({ name: 'v1', served: true })],
    'crds.yaml: document 1: expected spec.versions[0].schema.openAPIV3Schema in the CustomResourceDefinition widgets.shop.example, found none',
  ],
  [
    'a text',
    ['hello'],
    'crds.yaml: document 1: expected a CustomResourceDefinition of apiextensions.k8s.io/v1, found something else',
  ],
  [
    'nothing',
    [],
    'crds.yaml: document 1: expected a CustomResourceDefinition of apiextensions.k8s.io/v1, found something else',
  ],
])('definitions are refused when they are %s', async (_, documents, message) => {
  await expect(withCrds(schemas, [{ file: 'crds.yaml', documents }])).rejects.toBeInstanceOf(CrdError);
  await expect(withCrds(schemas, [{ file: 'crds.yaml', documents }])).rejects.toThrow(message);
});

test('a definition overrules what is known of a kind', async () => {
  const spec = { type: 'object', properties: { sampling: { type: 'integer' } } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'telemetries.telemetry.istio.io' },
    spec: {
      group: 'telemetry.istio.io',
      names: { kind: 'Telemetry' },
      versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object', properties: { spec } } } }],
    },
  };
  const object = {
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
    metadata: { name: 'mesh' },
    spec: { sampling: 5 },
  };
  expect(judge(schemas, [object])[0]?.flaws).toHaveLength(1);
  expect(judge(await withCrds(schemas, [{ file: '', documents: [definition] }]), [object])[0]?.flaws).toEqual(
    [],
  );
});

function crd(version: object = { name: 'v1', served: true, schema: { openAPIV3Schema: widgetSchema() } }) {
  const old = { name: 'v1alpha1', served: false, schema: { openAPIV3Schema: { type: 'object' } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.shop.example' },
    spec: { group: 'shop.example', names: { kind: 'Widget' }, versions: [version, old] },
  };
}

function list(...items: readonly object[]) {
  return { apiVersion: 'v1', kind: 'List', items };
}

function widgetSchema() {
  const anything = { 'x-kubernetes-preserve-unknown-fields': true };
  const properties = {
    size: { type: 'integer', minimum: 0, exclusiveMinimum: true },
    port: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    color: { type: 'string', nullable: true, pattern: '(?i)^red$' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    raw: anything,
    template: { type: 'object', 'x-kubernetes-embedded-resource': true, ...anything },
  };
  const metadata = { type: 'object', properties: { name: { type: 'string', maxLength: 20 } } };
  return {
    type: 'object',
    properties: { metadata, spec: { type: 'object', required: ['size'], properties } },
  };
}
