import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluator } from './cel-rules.ts';
import { loadSchemas, withCrds } from './load.ts';
import { toldOf } from './told.fixture.ts';

const ASKED = 'expected what the rules of its kind ask for';
const schemas = await loadSchemas();

const route = (rule: string) =>
  `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: web}, spec: {rules: [${rule}]}}`;

test.each([
  ['a rule that holds', route('{matches: [{path: {type: PathPrefix, value: /shop}}]}'), []],
  [
    'a value that its maker forbids, where the type is the default',
    route('{matches: [{path: {value: shop}}]}'),
    [
      `spec.rules[0].matches[0].path: ${ASKED}: value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']`,
    ],
  ],
  [
    'fields that do not go together',
    route('{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: web, port: 80}]}'),
    [`spec.rules[0]: ${ASKED}: RequestRedirect filter must not be used together with backendRefs`],
  ],
  [
    'what a rule reads out of a text',
    '{apiVersion: karpenter.sh/v1, kind: NodePool, metadata: {name: web}, spec: {template: {metadata: {labels: {karpenter.sh/mine: a}}, spec: {nodeClassRef: {group: karpenter.k8s.aws, kind: EC2NodeClass, name: web}, requirements: []}}}}',
    [`spec.template.metadata.labels: ${ASKED}: label domain "karpenter.sh" is restricted`],
  ],
])('%s', (_, text, expected) => {
  expect(toldOf(schemas, text)).toEqual(expected);
});

test('rules of definitions that are given', async () => {
  const spec = {
    type: 'object',
    properties: { min: { type: 'integer' }, max: { type: 'integer', default: 3 } },
    'x-kubernetes-validations': [
      { rule: 'self.min <= self.max', messageExpression: "'at most ' + string(self.max)" },
      { rule: 'self.max == oldSelf.max', message: 'never changes' },
      { rule: 'self.min.inventedFunction()', message: 'cannot be evaluated' },
    ],
  };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'shop.example',
      names: { kind: 'Widget' },
      versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object', properties: { spec } } } }],
    },
  };
  const own = await withCrds(schemas, [{ file: 'crds.yaml', documents: [definition] }]);
  const widget = '{apiVersion: shop.example/v1, kind: Widget, metadata: {name: web}, spec: {min: 4}}';
  expect(toldOf(own, widget)).toEqual([`spec: ${ASKED}: at most 3`]);
});

test('of the rules of published kinds only a few cannot be evaluated', () => {
  const folder = join(import.meta.dirname, 'kinds');
  const rules = new Set(
    readdirSync(folder).flatMap((file) => rulesIn(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
  );
  const own = [...rules].filter((rule) => !rule.includes('oldSelf'));
  expect(own.length).toBeGreaterThan(220);
  // Those that ask whether an item of a list has a field, or for a format by its name.
  const unknown = own.filter((rule) => evaluator(rule) === undefined);
  expect(unknown.filter((rule) => !/has\([^)]*\]|format\./.test(rule))).toEqual([]);
  expect(unknown.length).toBeLessThanOrEqual(6);
});

function rulesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const rules = (value as Readonly<Record<string, unknown>>)['x-kubernetes-validations'];
  const own = Array.isArray(rules) ? rules.map(({ rule }: { readonly rule: string }) => rule) : [];
  return [...own, ...Object.values(value).flatMap(rulesIn)];
}
