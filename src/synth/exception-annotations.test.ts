import { expect, test } from 'vitest';
import { sampleEnvironment } from '../../test/sample.ts';
import type { Exception } from '../model/finding.ts';
import { synthesize } from './synthesize.ts';

const EXCEPTION: Exception = {
  name: 'web-cache',
  check: 'read-only-root-filesystem',
  kind: 'Deployment',
  object: 'web',
  namespace: undefined,
  justification: 'The image library writes its cache beside the binary',
  owner: 'web-team',
  expires: '2027-02-01',
};

const ANNOTATION = 'charthouse.dev/exception-read-only-root-filesystem';

function rendered(exceptions: readonly Exception[]) {
  const { checking } = sampleEnvironment();
  const environment = sampleEnvironment({ checking: { ...checking, exceptions } });
  return [...synthesize(environment)].map(({ object }) => object);
}

/** What differs from a rendering without exceptions. */
function changed(exceptions: readonly Exception[]) {
  const before = rendered([]).map((object) => JSON.stringify(object));
  return rendered(exceptions).filter((object, at) => JSON.stringify(object) !== before[at]);
}

test('the exact object says which exception it has, and its pods do not', () => {
  const objects = changed([EXCEPTION]);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['Deployment web']);
  expect(objects[0]?.metadata.annotations).toEqual({
    [ANNOTATION]: 'The image library writes its cache beside the binary (web-team, until 2027-02-01)',
  });
  expect(JSON.stringify(objects[0]).split(ANNOTATION)).toHaveLength(2);
});

test('annotations of one object stay sorted', () => {
  const policy = { ...EXCEPTION, kind: 'NetworkPolicy' };
  const [object] = changed([policy, { ...policy, check: 'a-check' }]);
  expect(Object.keys(object?.metadata.annotations ?? {})).toEqual([
    'argocd.argoproj.io/sync-wave',
    'charthouse.dev/exception-a-check',
    ANNOTATION,
  ]);
});

test.each<[string, Partial<Exception>]>([
  ['another kind', { kind: 'StatefulSet' }],
  ['another name', { object: 'we' }],
  ['another namespace', { namespace: 'bank' }],
])('an exception for %s changes nothing', (_, fields) => {
  expect(changed([{ ...EXCEPTION, ...fields }])).toEqual([]);
});
