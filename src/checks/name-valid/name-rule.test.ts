import { expect, test } from 'vitest';
import { DATA_KEY, follows, PATH_SEGMENT, PORT_NAME } from './name-rule.ts';
import { nameRuleOf } from './object-names.ts';

const long = (length: number) => 'a'.repeat(length);

test.each([
  ['v1 ConfigMap', ['web', '0.web-1', long(253)], ['', 'Web', 'a..b', '-a', 'a-', 'a_b', long(254)]],
  ['v1 Namespace', ['shop', '1-shop', long(63)], ['a.b', long(64)]],
  ['v1 Service', ['web', 'web-2', long(63)], ['2-web', 'a.b', long(64)]],
  ['serving.knative.dev/v1 Service', ['2-web', 'a.b'], ['Web']],
  ['batch/v1 CronJob', ['nightly', long(52)], [long(53)]],
  ['batch/v1 Job', [long(63)], [long(64)]],
  ['apps/v1 StatefulSet', [long(52)], [long(53)]],
  ['apps/v1 Deployment', [long(253)], [long(254)]],
  ['rbac.authorization.k8s.io/v1 Role', ['system:node', 'Web', long(300)], ['a/b', '.', '..', 'a%b']],
])('objects of %s take the names the API takes', (key, taken, refused) => {
  const [apiVersion = '', kind = ''] = key.split(' ');
  const rule = nameRuleOf({ apiVersion, kind, metadata: { name: 'any' } });
  expect(taken.filter((name) => !follows(rule, name))).toEqual([]);
  expect(refused.filter((name) => follows(rule, name))).toEqual([]);
});

test.each([
  ['a port', PORT_NAME, ['http', 'h2-c', '1a', long(15)], ['80', 'a--b', '-a', 'HTTP', long(16)]],
  ['a key of data', DATA_KEY, ['tls.crt', '.env', 'A_b-c'], ['.', '..', '..a', 'a/b', 'a b', '']],
  ['a path segment', PATH_SEGMENT, ['...', 'a b'], ['']],
])('the name of %s', (_, rule, taken, refused) => {
  expect(taken.filter((name) => !follows(rule, name))).toEqual([]);
  expect(refused.filter((name) => follows(rule, name))).toEqual([]);
});
