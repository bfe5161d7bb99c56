import { expect, test } from 'vitest';
import { type Part, shop } from '../../../test/shop-input.ts';
import { readYaml } from '../../yaml/read.ts';

const CACHE = {
  check: 'read-only-root-filesystem',
  kind: 'Deployment',
  name: 'orders',
  justification: 'The image library writes its cache beside the binary',
  owner: 'orders-team',
  expires: '2027-02-01',
};

const checking = (platform: Part, production: Part = {}) => shop({ platform, production }).checking;

test('an input that says nothing of checks has no exceptions and the usual severities', () => {
  expect(checking({})).toEqual({
    exceptions: [],
    severities: {},
    registries: ['registry.example/shop'],
    configMaps: [],
    crds: [],
  });
});

test('an exception is what checks know it as, sorted by name', () => {
  const { name: _, ...rest } = CACHE;
  const tag = { ...CACHE, check: 'image-tag-pinned', namespace: 'shop' };
  const { exceptions } = checking({ exceptions: { 'orders-tag': tag, 'orders-cache': CACHE } });
  expect(exceptions).toEqual([
    { ...rest, name: 'orders-cache', object: 'orders', namespace: undefined },
    { ...rest, name: 'orders-tag', object: 'orders', namespace: 'shop', check: 'image-tag-pinned' },
  ]);
});

test('an environment changes, adds and removes exceptions and severities', () => {
  const exceptions = { 'orders-cache': CACHE, 'api-cache': { ...CACHE, name: 'api' } };
  const { exceptions: found, severities } = checking(
    { exceptions, checks: { 'image-tag-pinned': 'warning', 'image-digest-pinned': 'error' } },
    {
      exceptions: {
        'orders-cache': { expires: '2027-01-01' },
        'api-cache': null,
        tag: { ...CACHE, check: 'image-tag-pinned' },
      },
      checks: { 'image-tag-pinned': 'info', 'image-digest-pinned': null },
    },
  );
  expect(found.map(({ name, expires }) => [name, expires])).toEqual([
    ['orders-cache', '2027-01-01'],
    ['tag', '2027-02-01'],
  ]);
  expect(severities).toEqual({ 'image-tag-pinned': 'info' });
});

test('an exception that has expired is no mistake of the input', () => {
  const { exceptions } = checking({ exceptions: { 'orders-cache': { ...CACHE, expires: '2025-01-01' } } });
  expect(exceptions[0]?.expires).toBe('2025-01-01');
});

test.each([
  ['bare', 'expires: 2027-02-01'],
  ['quoted', 'expires: "2027-02-01"'],
  ['the last day there is', 'expires: 2027-05-20'],
])('a day may be written %s', (_, line) => {
  const { exceptions } = checking({ exceptions: { cache: { ...CACHE, ...(readYaml(line) as Part) } } });
  expect(exceptions[0]?.expires).toBe(/[0-9-]{10}/.exec(line)?.[0]);
});

test('a justification over several lines becomes one', () => {
  const justification = 'The image library writes its cache\nbeside the binary;\n  fixed in 3.2\n';
  const { exceptions } = checking({ exceptions: { cache: { ...CACHE, justification } } });
  expect(exceptions[0]?.justification).toBe(
    'The image library writes its cache beside the binary; fixed in 3.2',
  );
});

test('a justification may be in any language', () => {
  const justification = '図書館はバイナリの隣にキャッシュを書き込みますので必要です';
  expect(checking({ exceptions: { cache: { ...CACHE, justification } } }).exceptions).toHaveLength(1);
});

test('images may come from the registry, from repositories of services and from further registries', () => {
  const { registries } = checking({
    registries: ['public.ecr.aws/docker'],
    services: { api: { repository: 'ghcr.io/shop/api' } },
  });
  expect(registries).toEqual(['ghcr.io/shop/api', 'public.ecr.aws/docker', 'registry.example/shop']);
});

test('paths of CRDs have no / at their end', () => {
  const crds = ['crds/', 'crds/istio.yaml', '../../crds/1.26'];
  expect(checking({}, { cluster: { crds } }).crds).toEqual(['crds', 'crds/istio.yaml', '../../crds/1.26']);
});
