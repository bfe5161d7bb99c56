import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readYaml } from '../../yaml/read.ts';
import { editorSchemas } from './editor-schemas.ts';

const ajv = new Ajv.default({ strict: true, strictTypes: false, allowUnionTypes: true });
const { platform, environment } = editorSchemas();
const isPlatform = ajv.compile(platform);
const isEnvironment = ajv.compile(environment);

const ROOTS = [
  join(import.meta.dirname, '../cases/base'),
  ...readdirSync('environments').map((name) => join('environments', name)),
];
const files = ROOTS.flatMap((root) => readdirSync(root).map((name) => join(root, name)));

test.each(files)('%s is what an editor expects', (path) => {
  const validate = path.endsWith('platform.yaml') ? isPlatform : isEnvironment;
  validate(readYaml(readFileSync(path, 'utf8')));
  expect(validate.errors ?? []).toEqual([]);
});

test.each([
  ['a misspelt section', { environment: 'x', domian: 'x.example' }],
  ['a misspelt key of a service', { environment: 'x', services: { api: { scaling: { mix: 1 } } } }],
  ['a kind that does not exist', { environment: 'x', services: { api: { kind: 'webb' } } }],
  ['a quantity in another form', { environment: 'x', quotas: { services: { memory: '5G' } } }],
  ['a number that should be text', { environment: 'x', cluster: { kubernetes: 1.33 } }],
  ['a file without its name', { domain: 'x.example' }],
])('%s is marked in the editor', (_, document) => {
  expect(isEnvironment(document)).toBe(false);
});

test.each([
  ['null', { environment: 'x', services: { api: { rateLimit: null, variants: { canary: null } } } }],
  ['facts', { environment: 'x', domain: '${environment}.x.example', cluster: { name: 'x-${environment}' } }],
  ['numbers in env', { environment: 'x', services: { api: { env: { PORT: 8080, ON: true } } } }],
])('%s may stand where it may in the file', (_, document) => {
  expect(isEnvironment(document)).toBe(true);
});

test('an editor has something to say about every key', () => {
  expect(undescribed(environment, '')).toEqual([]);
});

/** Paths of the keys without a description; `requests` and the like say what they are. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, anyOf = [], additionalProperties } = schema as Record<string, never>;
  const own = Object.entries(properties as Record<string, object>).flatMap(([key, child]) => [
    ...('description' in child ? [] : [`${path}.${key}`]),
    ...undescribed(child, `${path}.${key}`),
  ]);
  const choices = (anyOf as object[]).flatMap((choice) => undescribed(choice, path));
  return [...own, ...choices, ...undescribed(additionalProperties, `${path}.*`)];
}
