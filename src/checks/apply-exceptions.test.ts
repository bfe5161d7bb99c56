import { expect, test } from 'vitest';
import { EXCEPTION_CHECKS } from '../model/check.ts';
import type { Exception, Finding } from '../model/finding.ts';
import type { FiledObject, ManifestObject } from '../model/manifest.ts';
import { applyExceptions } from './apply-exceptions.ts';
import { exceptionCurrent, exceptionUsed } from './exceptions/pages.ts';

const EXCEPTION: Exception = {
  name: 'media-cache',
  check: 'read-only-root-filesystem',
  kind: 'Deployment',
  object: 'media',
  namespace: undefined,
  justification: 'The image library writes its cache beside the binary; fixed upstream in 3.2',
  owner: 'media-team',
  expires: '2027-02-01',
};

function manifest(kind: string, namespace: string | undefined, name: string): FiledObject {
  return { file: name, object: { apiVersion: 'apps/v1', kind, metadata: { name, namespace } } };
}

function finding(
  kind: string,
  namespace: string | undefined,
  name: string,
  check = EXCEPTION.check,
): Finding {
  return {
    ...{ check, topic: 'pods', severity: 'error', platform: 'shop', environment: 'production' },
    object: { apiVersion: 'apps/v1', kind, namespace, name },
    ...{ file: `shop/production/${name}.yaml`, field: 'spec', message: 'expected true, found nothing' },
    ...{ exception: undefined, place: undefined },
  };
}

const MANIFESTS = [
  manifest('Deployment', 'shop', 'media'),
  manifest('Deployment', 'shop', 'api'),
  manifest('Service', 'shop', 'api'),
];
const MEDIA = finding('Deployment', 'shop', 'media');

/** What the findings have become: permitted ones with their exception, others with their message. */
function told(
  findings: readonly Finding[],
  exceptions: readonly Partial<Exception>[],
  { today = '2026-11-21', manifests = MANIFESTS } = {},
): readonly string[] {
  const subject = {
    exceptions: exceptions.map((fields) => ({ ...EXCEPTION, ...fields })),
    ...{ today, manifests, platform: 'shop', environment: 'production' },
  };
  return applyExceptions(findings, subject).map(({ check, object, field, message, exception }) =>
    exception
      ? `${check} ${object.name} permitted by ${exception.name}`
      : `${check} ${object.kind} ${object.name} ${field}: ${message}`,
  );
}

const COUNTS = 'read-only-root-filesystem Deployment media spec: expected true, found nothing';

test('an exception permits every finding of its check at its object, and no other', () => {
  const others = [
    finding('Deployment', 'shop', 'api'),
    finding('Deployment', 'shop', 'media', 'image-tag-pinned'),
    finding('StatefulSet', 'shop', 'media'),
  ];
  expect(told([MEDIA, { ...MEDIA, field: 'spec.x' }, ...others], [{}])).toEqual([
    'read-only-root-filesystem media permitted by media-cache',
    'read-only-root-filesystem media permitted by media-cache',
    'read-only-root-filesystem Deployment api spec: expected true, found nothing',
    'image-tag-pinned Deployment media spec: expected true, found nothing',
    'read-only-root-filesystem StatefulSet media spec: expected true, found nothing',
  ]);
});

test('without exceptions the findings are the same', () => {
  const findings = [MEDIA];
  const subject = { exceptions: [], manifests: MANIFESTS, platform: 'shop', environment: 'production' };
  expect(applyExceptions(findings, { ...subject, today: '2026-11-21' })).toBe(findings);
});

test.each([
  ['on the day before', '2027-01-31', true],
  ['on its last day', '2027-02-01', true],
  ['on the day after', '2027-02-02', false],
])('an exception holds %s: %s, %s', (_, today, holds) => {
  const expired =
    'exception-current Exception media-cache expires: expected a last day that is not over, found 2027-02-01; ' +
    'read-only-root-filesystem counts again at Deployment media';
  expect(told([MEDIA], [{}], { today })).toEqual(
    holds ? ['read-only-root-filesystem media permitted by media-cache'] : [COUNTS, expired],
  );
});

test('one that has expired and is not needed any more is told once, and can go', () => {
  expect(told([], [{}], { today: '2028-01-01' })).toEqual([
    'exception-current Exception media-cache expires: expected a last day that is not over, found 2027-02-01; read-only-root-filesystem finds nothing at Deployment media any more: remove it',
  ]);
});

test('another exception for the same object takes over from one that has expired', () => {
  const newer = { name: 'media-longer', namespace: 'shop', expires: '2027-05-01' };
  expect(told([MEDIA], [{}, newer], { today: '2027-03-01' })).toEqual([
    'read-only-root-filesystem media permitted by media-longer',
    'exception-current Exception media-cache expires: expected a last day that is not over, found 2027-02-01; media-longer permits read-only-root-filesystem at Deployment media now: remove it',
  ]);
});

test('of two exceptions for the same, the second is not used', () => {
  expect(told([MEDIA], [{}, { name: 'media-too', namespace: 'shop' }])).toEqual([
    'read-only-root-filesystem media permitted by media-cache',
    'exception-used Exception media-too : expected something to permit, found that media-cache permits read-only-root-filesystem at Deployment shop/media already',
  ]);
});

test.each<[string, Partial<Exception>, string]>([
  [
    'a check that finds nothing there any more',
    { check: 'host-path-unused' },
    'check: expected host-path-unused to find something, found nothing at Deployment media; found there: read-only-root-filesystem',
  ],
  [
    'an object without any finding',
    { object: 'api' },
    'check: expected read-only-root-filesystem to find something, found nothing at Deployment api',
  ],
  [
    'a misspelt object',
    { object: 'medai' },
    'name: expected an object that read-only-root-filesystem judges, found no Deployment medai; it finds something at Deployment shop/media',
  ],
  [
    'an object of another kind',
    { kind: 'StatefulSet', object: 'api' },
    'name: expected an object that read-only-root-filesystem judges, found no StatefulSet api; there is Deployment shop/api, Service shop/api',
  ],
  [
    'an object of another namespace',
    { namespace: 'bank' },
    'namespace: expected an object that read-only-root-filesystem judges, found no Deployment bank/media; there is Deployment shop/media',
  ],
  [
    'an object of a kind that nothing is found at',
    { kind: 'Job', object: 'import' },
    'name: expected an object that read-only-root-filesystem judges, found no Job import',
  ],
])('an exception for %s is told', (_, fields, expected) => {
  expect(told([MEDIA], [fields])).toEqual([COUNTS, `exception-used Exception media-cache ${expected}`]);
});

test('a name in two namespaces is nobody until one is named', () => {
  const manifests = [...MANIFESTS, manifest('Deployment', 'bank', 'media')];
  const findings = [MEDIA, finding('Deployment', 'bank', 'media')];
  expect(told(findings, [{}], { manifests })).toEqual([
    COUNTS,
    COUNTS,
    'exception-used Exception media-cache namespace: expected a namespace: Deployment media is in shop and bank',
  ]);
  expect(told(findings, [{ namespace: 'bank' }], { manifests })).toEqual([
    COUNTS,
    'read-only-root-filesystem media permitted by media-cache',
  ]);
});

test("what is no API object at all stands in nobody's way", () => {
  const broken = { file: 'added', object: { apiVersion: 'v1', kind: 'Deployment' } as ManifestObject };
  expect(told([MEDIA], [{}], { manifests: [broken, ...MANIFESTS] })).toEqual([
    'read-only-root-filesystem media permitted by media-cache',
  ]);
});

test('an object without a namespace can be named', () => {
  const check = 'namespace-pod-security-enforced';
  const manifests = [manifest('Namespace', undefined, 'shop')];
  const findings = [finding('Namespace', undefined, 'shop', check)];
  expect(told(findings, [{ check, kind: 'Namespace', object: 'shop' }], { manifests })).toEqual([
    `${check} shop permitted by media-cache`,
  ]);
});

test('what is wrong with exceptions counts as an error at the exception itself, in no rendered file', () => {
  const subject = { exceptions: [EXCEPTION], today: '2026-11-21', manifests: MANIFESTS };
  const [found] = applyExceptions([], { ...subject, platform: 'shop', environment: 'dev' });
  expect(found).toMatchObject({
    ...{ check: 'exception-used', topic: 'exceptions', severity: 'error', environment: 'dev', file: '' },
    object: { kind: 'Exception', name: 'media-cache', namespace: undefined },
  });
});

test('the checks of exceptions are those that the input can neither change nor except', () => {
  expect([exceptionCurrent.name, exceptionUsed.name]).toEqual([...EXCEPTION_CHECKS]);
});
