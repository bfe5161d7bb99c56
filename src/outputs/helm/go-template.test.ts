import { expect, it } from 'vitest';
import { escaped, goString, reference, serviceVariable } from './go-template.ts';

it.each([
  ['{{ .password }}', '{{ "{{" }} .password }}'],
  ['{{{', '{{ "{{" }}{'],
  ['}} { }', '}} { }'],
])('writes the text %s so that it comes out as it is', (text, template) => {
  expect(escaped(text)).toBe(template);
});

it.each([
  [['domain'], '.Values.domain'],
  [['hosts', 'postgres-writer'], '(index .Values.hosts "postgres-writer")'],
  [['services', 'web', 'scaling', 'max'], '$service.scaling.max'],
  [['services', 'mail', 'scaling', 'max'], '.Values.services.mail.scaling.max'],
  [['services', 'web', 'env', 'a.b', 'c'], '(index $service.env "a.b").c'],
])('refers to %j from a template of the service web', (path, expression) => {
  expect(reference(path, 'web')).toBe(expression);
});

it('finds the values of a service whose name is no identifier', () => {
  expect(serviceVariable('orders-api')).toBe('{{- $service := index .Values.services "orders-api" }}');
});

it('escapes what a reader of YAML refuses, and line breaks', () => {
  expect(goString('a"\n\u0085\ufeff')).toBe('"a\\"\\n\\u0085\\ufeff"');
});
