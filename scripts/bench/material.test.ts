import { describe, expect, test } from 'vitest';
import type { ManifestObject } from '../../src/model/manifest.ts';
import { helmSource } from './helm-source.ts';
import { javascriptSource } from './javascript-source.ts';
import { deriveMaterial, type RenderedObject } from './material.ts';
import type { Template } from './template.ts';

const CASES: Readonly<Record<string, readonly [unknown, unknown]>> = {
  'one value': ['info', 'info'],
  'texts that differ': ['a9e3157', 'a11f0c2'],
  'the name within a text': ['http://web.shop:8080', 'http://jobs.shop:8080'],
  'texts with quotes and new lines': ['say "hi"\n', "it's"],
  'braces of another template': ['{{ .user }}@a', '{{ .user }}@b'],
  'numbers that differ': [1_000_000, 2],
  'a number and a text': [8080, 'http'],
  'lists of different lengths': [['a'], ['b', 'c']],
  'a list and none': [['a'], []],
  'fields that only one has': [{ cpu: 70 }, { cpu: 70, memory: 80 }],
  'a map and an empty one': [{ cpu: 70 }, {}],
  'lists of different objects': [[{ port: 1 }], [{ port: 2 }, { path: '/' }]],
};

describe('objects built by the JavaScript are those it was derived from', () => {
  test.each(Object.entries(CASES))('%s', (_name, [web, jobs]) => {
    const rendered = [object('web', web), object('jobs', jobs)];
    expect(build(rendered)).toEqual(rendered.map((item) => item.object));
  });

  test('maps with keys of their own', () => {
    const rendered = ['web', 'jobs', 'mail', 'auth', 'cart', 'news'].map((name) =>
      object(name, { [`${name}_url`]: name, LOG_LEVEL: 'info' }),
    );
    expect(build(rendered)).toEqual(rendered.map((item) => item.object));
  });
});

test('what differs only between environments is a value of the environment', () => {
  const rendered = ['dev', 'production'].flatMap((name) => [
    object('web', name, name),
    object('jobs', name, name),
  ]);
  const { environments } = deriveMaterial(rendered);
  expect(environments.get('dev')?.services).toEqual([
    { name: 'web', configMap: [{}] },
    { name: 'jobs', configMap: [{}] },
  ]);
});

test('a Helm template loops over the services and takes over braces as they are', () => {
  const rendered = [object('web', ['{{ .user }}']), object('jobs', ['a', 'b'])];
  const template = deriveMaterial(rendered).templates.get('configMap') as Template;
  expect(helmSource('configMap', template)).toBe(`{{- range $service := .Values.services }}
{{- range .configMap }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: "{{ $service.name }}"
data:
{{- range .data1 }}
  - "{{ .data2 }}"
{{- end }}
{{- end }}
{{- end }}
`);
});

function object(service: string, data: unknown, environment = 'dev'): RenderedObject {
  const value: ManifestObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: service }, data };
  return { path: `${environment}/${service}.yaml`, object: value };
}

function build(rendered: readonly RenderedObject[]): readonly unknown[] {
  const { templates, environments } = deriveMaterial(rendered);
  const module = { objectsOf: (_environment: unknown, _service: unknown): readonly unknown[] => [] };
  new Function('exports', javascriptSource(templates))(module);
  return [...environments.values()].flatMap(({ environment, services }) =>
    services.flatMap((service) => module.objectsOf(environment, service)),
  );
}
