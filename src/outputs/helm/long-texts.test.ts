import { expect, test } from 'vitest';
import { longTexts } from './long-texts.ts';
import { below, type Site } from './site.ts';

const object = {
  kind: 'ConfigMap',
  namespace: 'shop-monitoring',
  root: ['objects', 'configMap', 'rules'],
  file: 'web',
  origin: { concern: 'workload', part: undefined, service: undefined, variant: undefined },
  config: undefined,
};
const root: Site = { object, path: undefined };
const data = below(below(root, 'data'), 'rules.yaml');

const long = (line: string) => `${line}\n`.repeat(200);

test('a long text of a ConfigMap is a file, once for all environments that have it', () => {
  const { keep, files } = longTexts(['dev', 'production', 'staging']);
  expect(keep(data, [long('little'), long('everything'), long('everything')])).toEqual([
    'dev',
    'production',
    'production',
  ]);
  expect([...files]).toEqual([
    ['texts/rules/dev/rules.yaml', long('little')],
    ['texts/rules/production/rules.yaml', long('everything')],
  ]);
});

test('an environment without the object chooses nothing', () => {
  const { keep } = longTexts(['dev', 'production']);
  expect(keep(data, [undefined, long('everything')])).toEqual([undefined, 'production']);
});

test.each<[string, Site, readonly (string | null)[]]>([
  ['short texts', data, ['a', 'b']],
  ['what may be absent', data, [null, long('a')]],
  ['other fields', below(root, 'data'), [long('a'), long('b')]],
  ['other kinds', { ...data, object: { ...object, kind: 'ExternalSecret' } }, [long('a'), long('b')]],
])('%s are no files', (_, site, vector) => {
  const { keep, files } = longTexts(['dev', 'production']);
  expect(keep(site, vector)).toBeUndefined();
  expect(files.size).toBe(0);
});
