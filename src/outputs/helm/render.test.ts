import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleManifest } from '../../../test/sample-manifest.ts';
import type { Json, ManifestObject } from '../../model/manifest.ts';
import { renderHelm } from './render.ts';
import { pathKey } from './value-path.ts';

/** One object of the service `web` in two environments: kind, its fields in each, then what the chart has of it. */
const CASES: readonly (readonly [
  name: string,
  kind: string,
  fields: readonly [dev: object | undefined, production: object | undefined],
  template: readonly string[],
  defaults: object,
  production: object,
])[] = [
  [
    'a field with a name in the input',
    'HorizontalPodAutoscaler',
    [{ spec: { minReplicas: 1, maxReplicas: 4 } }, { spec: { minReplicas: 1, maxReplicas: 8 } }],
    ['  minReplicas: 1', '  maxReplicas: {{ $service.scaling.max | int64 }}'],
    { services: { web: { scaling: { max: 4 } } } },
    { services: { web: { scaling: { max: 8 } } } },
  ],
  [
    'a field without one',
    'Widget',
    [{ spec: { colour: 'red' } }, { spec: { colour: 'blue' } }],
    ['  colour: {{ .Values.objects.widget.web.spec.colour | quote }}'],
    { objects: { widget: { web: { spec: { colour: 'red' } } } } },
    { objects: { widget: { web: { spec: { colour: 'blue' } } } } },
  ],
  [
    'configuration that only some have',
    'ConfigMap',
    [{ data: { A: 'a' } }, { data: { A: 'a', DEBUG: 'no' } }],
    ['{{- if hasKey $service.env "DEBUG" }}', 'DEBUG: {{ $service.env.DEBUG | quote }}'],
    { services: { web: { env: {} } } },
    { services: { web: { env: { DEBUG: 'no' } } } },
  ],
  [
    'an object that only some have',
    'Widget',
    [undefined, { spec: {} }],
    ['{{- if .Values.objects.widget.web.enabled }}'],
    { objects: { widget: { web: { enabled: false } } } },
    { objects: { widget: { web: { enabled: true } } } },
  ],
  [
    'lists of different lengths',
    'Widget',
    [{ spec: { args: ['a'] } }, { spec: { args: ['b', 'c'] } }],
    ['    {{- toYaml .Values.objects.widget.web.spec.args | nindent 4 }}'],
    { objects: { widget: { web: { spec: { args: ['a'] } } } } },
    { objects: { widget: { web: { spec: { args: ['b', 'c'] } } } } },
  ],
  [
    'a text around the domain',
    'ConfigMap',
    [{ data: { URL: 'https://app.dev.shop.example' } }, { data: { URL: 'https://app.shop.example' } }],
    ['URL: {{ printf "https://app.%s" .Values.domain | quote }}'],
    { domain: 'dev.shop.example' },
    { domain: 'shop.example' },
  ],
];

it.each(CASES)('makes values of %s', (_, kind, [dev, production], template, defaults, changed) => {
  const tree = renderHelm('shop', environmentsOf(kind, dev, production));
  const lines = tree.get('templates/services/web.yaml')?.split('\n');
  for (const line of template) expect(lines).toContain(line);
  expect(parse(tree.get('values.yaml') ?? '')).toEqual(defaults);
  expect(parse(tree.get('values-production.yaml') ?? '')).toEqual(changed);
  expect(parse(tree.get('values-dev.yaml') ?? '')).toEqual({});
});

it('describes each value in the schema and the README, and refuses others', () => {
  const tree = renderHelm(
    'shop',
    environmentsOf('HorizontalPodAutoscaler', { spec: { maxReplicas: 4 } }, { spec: { maxReplicas: 8 } }),
  );
  const scaling = {
    type: 'object',
    additionalProperties: false,
    required: ['max'],
    properties: { max: { type: 'integer', minimum: 1, maximum: 1000 } },
  };
  const schema = JSON.parse(tree.get('values.schema.json') ?? '');
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.services.properties.web.properties.scaling).toEqual(scaling);
  expect(tree.get('README.md')).toContain('| `services.web.scaling.max` | integer | `4` | `4` | `8` |');
});

it('begins long values in the README, which nobody reads as a whole there', () => {
  const spec = (first: string) => ({ spec: { text: `${first}: ${'x'.repeat(20_000)}` } });
  const readme = renderHelm('shop', environmentsOf('Widget', spec('a'), spec('b'))).get('README.md') ?? '';
  expect(readme).toMatch(/\| `"b: x{76}` \.\.\. \(20005 characters\) \|/);
  expect(readme.length).toBeLessThan(2_000);
});

it('keeps files of the environment apart from those of services, and from partials', () => {
  const object = objectOf('Widget', {});
  const manifests = [sampleManifest('_mesh', object)];
  const tree = renderHelm('shop', new Map([['dev', { manifests, facts: new Map() }]]));
  expect([...tree.keys()].filter((path) => path.endsWith('/mesh.yaml'))).toEqual([
    'templates/environment/mesh.yaml',
  ]);
});

function environmentsOf(kind: string, dev: object | undefined, production: object | undefined) {
  const environment = (fields: object | undefined, domain: string) => ({
    manifests: fields === undefined ? [] : [sampleManifest('web', objectOf(kind, fields))],
    facts: new Map<string, Json>([[pathKey(['domain']), domain]]),
  });
  return new Map([
    ['dev', environment(dev, 'dev.shop.example')],
    ['production', environment(production, 'shop.example')],
  ]);
}

function objectOf(kind: string, fields: object): ManifestObject {
  return { apiVersion: 'v1', kind, metadata: { name: 'web', namespace: 'shop' }, ...fields };
}
