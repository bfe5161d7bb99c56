import fc from 'fast-check';
import { sampleManifest } from '../../../test/sample-manifest.ts';
import type { Manifest, ManifestObject } from '../../model/manifest.ts';
import * as hostile from '../../yaml/hostile-strings.fixture.ts';

/** The manifests of one made-up platform by environment. */
export type RandomPlatform = ReadonlyMap<string, readonly Manifest[]>;

/**
 * What Kustomize itself breaks, as it stands in JSON: these characters, which it writes as they are; texts of several lines
 * that begin with a tab, which it writes as blocks that it cannot read; keys that are empty, `<<` or too long.
 */
const LOST = /"(?:<<)?":|"(?:[^"\\]|\\.){253,}":|[\x7f-\x9f\ufffe\uffff]|"(?:\\n| )*\\t[^"]*\\n/;
const isKept = (data: unknown) => !LOST.test(JSON.stringify(data));
const hostileString = hostile.hostileString.filter(isKept);
const hostileKey = hostileString.filter((text) => isKept({ [text]: 0 }));
const hostileData = hostile.hostileData.filter(isKept);

const ROLLOUT = 'argoproj.io/v1alpha1 Rollout';
const WORKLOADS = ['apps/v1 Deployment', 'apps/v1 StatefulSet', 'batch/v1 Job', ROLLOUT];
const KNATIVE = 'serving.example/v1 Service';
const CUSTOM = ['v1 Service', KNATIVE, 'shop.example/v1 Basket', 'shop.example/v2 Basket'];
const ENVIRONMENTS = ['dev', 'test', 'staging', 'production', 'disaster-recovery'];

/** One value for each possible environment; undefined where there is none. */
type Versions<T> = readonly (T | undefined)[];

/**
 * Platforms with 1 to 5 environments whose objects differ in every way we know of: fields added, removed and changed,
 * lists reordered, shortened and edited, objects in only some environments, and hostile strings for keys and values.
 */
export const randomPlatform: fc.Arbitrary<RandomPlatform> = fc
  .record({
    count: fc.integer({ min: 1, max: ENVIRONMENTS.length }),
    families: fc.uniqueArray(
      fc.oneof(
        family(WORKLOADS, workload()),
        family(['v1 ConfigMap', 'v1 Secret'], plain()),
        family(CUSTOM, custom()),
      ),
      { selector: ({ identity }) => identity, minLength: 1, maxLength: 6 },
    ),
    isLabelled: fc.boolean(),
  })
  .map(({ count, families, isLabelled }) => {
    const environments = ENVIRONMENTS.slice(0, count).map((name, index) => {
      return [name, manifests(families, index, isLabelled ? name : undefined)] as const;
    });
    return new Map(environments.filter(([, objects]) => objects.length > 0));
  });

interface Family {
  readonly identity: string;
  readonly file: string;
  readonly objects: Versions<ManifestObject>;
}

/** An object of one of those kinds in its versions; each has the metadata and one of the bodies. */
function family(kinds: readonly string[], bodies: fc.Arbitrary<Versions<object>>): fc.Arbitrary<Family> {
  return fc
    .record({
      type: fc.constantFrom(...kinds),
      name: fc.constantFrom('web', 'web.api', 'webXapi', 'orders', 'a-b'),
      namespace: fc.constantFrom('shop', 'shop-monitoring'),
      file: fc.constantFrom('web', '_mesh', 'kustomization'),
      labels: versionsOf(metadataStrings()),
      annotations: versionsOf(metadataStrings()),
      bodies,
      present: each(fc.boolean()),
    })
    .map(({ type, name, namespace, file, labels, annotations, bodies: body, present }) => {
      const [apiVersion = '', kind = ''] = type.split(' ');
      const objects = ENVIRONMENTS.map((_, index) => {
        const metadata = { name, namespace, labels: labels[index], annotations: annotations[index] };
        return present[index]
          ? defined({ apiVersion, kind, metadata: defined(metadata), ...body[index] })
          : undefined;
      });
      return { identity: `${type} ${namespace}/${name}`, file, objects: objects as Versions<ManifestObject> };
    });
}

function manifests(
  families: readonly Family[],
  index: number,
  environment: string | undefined,
): readonly Manifest[] {
  return families.flatMap(({ file, objects }) => {
    const object = objects[index];
    if (object === undefined) return [];
    if (environment === undefined) return [sampleManifest(file, object)];
    const labels = { ...object.metadata.labels, environment };
    return [sampleManifest(file, { ...object, metadata: { ...object.metadata, labels } })];
  });
}

function workload(): fc.Arbitrary<Versions<object>> {
  const image = fc.constantFrom(
    'web',
    'shop/web:1',
    'localhost:5000/shop/web:01',
    'registry.example/web',
    `registry.example/web@sha256:${'a1'.repeat(32)}`,
    `registry.example/web:2.0@sha256:${'b2'.repeat(32)}`,
    'not an image',
  );
  const resources = fc.dictionary(fc.constantFrom('cpu', 'memory'), fc.constantFrom('1', '100m', '1Gi'));
  const container = fc.record({ image, args: listOf(hostileString), resources }, { requiredKeys: ['image'] });
  const containers = fc.tuple(fc.constantFrom('web', 'proxy', 'Web_2'), fc.constantFrom('web', 'log'));
  const named = fc.tuple(containers, each(fc.array(container, { minLength: 2, maxLength: 2 })), fc.boolean());
  const lists = named.map(([names, versions, isEvery]) =>
    versions.map((items = []) =>
      items
        .map((item, index) => ({ name: names[index], ...item }))
        .slice(0, isEvery || names[0] === names[1] ? 1 : 2),
    ),
  );
  const replicas = versionsOf(fc.integer({ min: 0, max: 3 }));
  return fc.tuple(replicas, lists, dataVersions()).map(([counts, items, data]) =>
    ENVIRONMENTS.map((_, index) => {
      const template = defined({ spec: { containers: items[index] }, extra: data[index] });
      return { spec: defined({ replicas: counts[index], template }) };
    }),
  );
}

function plain(): fc.Arbitrary<Versions<object>> {
  return versionsOf(strings()).map((versions) => versions.map((data) => defined({ data })));
}

function custom(): fc.Arbitrary<Versions<object>> {
  return fc
    .tuple(dataVersions(), dataVersions())
    .map(([one, other]) =>
      one.map((spec, index) => defined({ spec: defined({ free: spec }), payload: other[index] })),
    );
}

/** Data in versions that have something in common at every depth. */
function dataVersions(): fc.Arbitrary<Versions<unknown>> {
  return fc.letrec<{ data: Versions<unknown> }>((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      versionsOf(hostileData),
      fc.shuffledSubarray(['a', 'b', 'c', 'd']).chain((items) => each(fc.shuffledSubarray(items))),
      fc.array(hostileData, { maxLength: 3 }).chain((items) => each(fc.subarray(items))),
      fc
        .array(tie('data'), { maxLength: 3 })
        .map((items) => transposed(items, (row) => row.map((one) => one ?? 0))),
      fc
        .uniqueArray(fc.tuple(hostileKey, tie('data')), { selector: ([key]) => key, maxLength: 4 })
        .map((entries) =>
          transposed(
            entries.map(([, versions]) => versions),
            (row) =>
              defined(Object.fromEntries(row.map((value, index) => [entries[index]?.[0] ?? '', value]))),
          ),
        ),
    ),
  })).data;
}

function transposed<T>(
  columns: readonly Versions<unknown>[],
  make: (row: readonly unknown[]) => T,
): readonly T[] {
  return ENVIRONMENTS.map((_, index) => make(columns.map((column) => column[index])));
}

/** The same value in all environments, or in some, or another in each. */
function versionsOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Versions<T>> {
  return fc.oneof(
    value.map((one) => ENVIRONMENTS.map(() => one)),
    fc.tuple(value, each(fc.boolean())).map(([one, some]) => some.map((has) => (has ? one : undefined))),
    each(value),
  );
}

function each<T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(value, { minLength: ENVIRONMENTS.length, maxLength: ENVIRONMENTS.length });
}

function listOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(value, { maxLength: 3 });
}

/** Kustomize drops a map of annotations that is empty, and takes keys that look like numbers for numbers. */
function metadataStrings(): fc.Arbitrary<Readonly<Record<string, string>>> {
  const keys = ['y', 'no', 'v1.2', 'x_y', 'a-b', 'shop.example/a.b', 'constructor'];
  return fc.dictionary(fc.constantFrom(...keys), hostileString, { minKeys: 1, maxKeys: 3 });
}

function strings(): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.dictionary(hostileKey, hostileString, { maxKeys: 3 });
}

function defined<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as T;
}
