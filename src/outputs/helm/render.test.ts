import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleManifest } from '../../../test/sample-manifest.ts';
import type { Json, Manifest, ManifestObject } from '../../model/manifest.ts';
import type { ChartEnvironment } from './columns.ts';
import { renderHelm } from './render.ts';
import { pathKey } from './value-path.ts';

/** One object of the service `web` in two environments: kind, its fields in each, then what the chart has of it. */
const CASES: readonly (readonly [
  name: string,
  kind: string,
  fields: readonly [dev: object | undefined, production: object | undefined],
  template: readonly string[],
  derived: object,
])[] = [
  [
    'a field that no decision says',
    'Widget',
    [{ spec: { colour: 'red' } }, { spec: { colour: 'blue' } }],
    ['  colour: {{ $derived.widget.web.spec.colour | quote }}'],
    { widget: { web: { spec: { colour: 'blue' } } } },
  ],
  [
    'configuration that only some have',
    'ConfigMap',
    [{ data: { A: 'a' } }, { data: { A: 'a', DEBUG: 'no' } }],
    ['{{- if hasKey $derived.configMap.web.data "DEBUG" }}'],
    { configMap: { web: { data: { DEBUG: 'no' } } } },
  ],
  [
    'lists of different lengths',
    'Widget',
    [{ spec: { args: ['a'] } }, { spec: { args: ['b', 'c'] } }],
    ['    {{- toYaml $derived.widget.web.spec.args | nindent 4 }}'],
    { widget: { web: { spec: { args: ['b', 'c'] } } } },
  ],
];

it.each(CASES)(
  'keeps %s in a file of the environment, not among the values',
  (_, kind, versions, template, derived) => {
    const tree = renderHelm('shop', environmentsOf(kind, ...versions));
    const lines = tree.get('templates/services/web.yaml')?.split('\n');
    for (const line of template) expect(lines).toContain(line);
    expect(parse(tree.get('derived/production.yaml') ?? '')).toEqual(derived);
    expect(parse(tree.get('values.yaml') ?? '')).toEqual({ environment: 'dev' });
  },
);

it('makes values of decisions: one that is a field, one that is within a text, one that has an object be there', () => {
  const autoscaler = (max: number) => ({ spec: { minReplicas: 1, maxReplicas: max } });
  const scaled = renderHelm('shop', environmentsOf('HorizontalPodAutoscaler', autoscaler(4), autoscaler(8)));
  const text = scaled.get('templates/services/web.yaml');
  expect(text).toContain('  minReplicas: 1\n  maxReplicas: {{ $service.scaling.max | int64 }}');
  expect(parse(scaled.get('values-production.yaml') ?? '')).toMatchObject({
    services: { web: { scaling: { max: 8 } } },
  });
  const url = (domain: string) => ({ data: { URL: `https://app.${domain}` } });
  const urls = renderHelm('shop', environmentsOf('ConfigMap', url('dev.shop.example'), url('shop.example')));
  expect(urls.get('templates/services/web.yaml')).toContain(
    'URL: {{ printf "https://app.%s" .Values.domain | quote }}',
  );
  const some = renderHelm('shop', environmentsOf('Widget', undefined, {}));
  expect(some.get('templates/services/web.yaml')).toContain('{{- if $service.enabled }}');
});

it('describes each value in the schema and the README, and says which may be changed', () => {
  const environments = environmentsOf(
    'HorizontalPodAutoscaler',
    { spec: { maxReplicas: 4 } },
    { spec: { maxReplicas: 8 } },
  );
  const scaling = {
    type: 'object',
    additionalProperties: false,
    required: ['max'],
    properties: { max: { type: 'integer', minimum: 1, maximum: 1000 } },
  };
  const tree = renderHelm('shop', environments);
  const schema = JSON.parse(tree.get('values.schema.json') ?? '');
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.services.properties.web.properties.scaling).toEqual(scaling);
  expect(tree.get('README.md')).toContain('| `services.web.scaling.max` | integer | no | `4` | `4` | `8` |');
  const tried = renderHelm(
    'shop',
    withTries(environments, (max) => max + 600),
  );
  expect(tried.get('README.md')).toContain(
    '| `services.web.scaling.max` | integer | yes | `4` | `4` | `8` |',
  );
});

it('makes a value of what environments agree on, where it is offered to be changed', () => {
  const same = environmentsOf(
    'ScaledObject',
    { spec: { maxReplicaCount: 4 } },
    { spec: { maxReplicaCount: 4 } },
    4,
  );
  expect(renderHelm('shop', same).get('values.yaml')).not.toContain('scaling');
  const text = renderHelm(
    'shop',
    withTries(same, (max) => max + 600),
  ).get('templates/services/web.yaml');
  expect(text).toContain('maxReplicaCount: {{ $service.scaling.max | int64 }}');
});

it('refuses a change from which more follows than the template can move, and says what', () => {
  const environments = environmentsOf(
    'ScaledObject',
    { spec: { maxReplicaCount: 4 } },
    { spec: { maxReplicaCount: 8 } },
  );
  const also = (manifests: readonly Manifest[], seconds: number) => [
    ...manifests,
    sampleManifest('web', {
      ...objectOf('Widget', { seconds }),
      metadata: { name: 'square', namespace: 'shop' },
    }),
  ];
  const squared = withTries(environments, (max) => max + 600, also);
  const decided = parse(renderHelm('shop', squared).get('decided.yaml') ?? '');
  expect(decided.environments.production).toEqual([
    {
      path: ['services', 'web', 'scaling', 'max'],
      value: 8,
      why: 'from it follow Widget square too, which this chart cannot change',
    },
  ]);
});

it('keeps files of the environment apart from those of services, and from partials', () => {
  const object = objectOf('Widget', {});
  const manifests = [sampleManifest('_mesh', object)];
  const tree = renderHelm(
    'shop',
    new Map([['dev', { manifests, decisions: new Map(), quota: undefined, tries: [] }]]),
  );
  expect([...tree.keys()].filter((path) => path.endsWith('/mesh.yaml'))).toEqual([
    'templates/environment/mesh.yaml',
  ]);
});

type Environments = ReadonlyMap<string, ChartEnvironment>;

function environmentsOf(
  kind: string,
  dev: object | undefined,
  production: object | undefined,
  max?: number,
): Environments {
  const environment = (fields: object | undefined, domain: string, scaledTo: number): ChartEnvironment => ({
    manifests: fields === undefined ? [] : [sampleManifest('web', objectOf(kind, fields))],
    decisions: new Map<string, Json>([
      [pathKey(['domain']), domain],
      [pathKey(['services', 'web', 'scaling', 'max']), max ?? scaledTo],
    ]),
    quota: undefined,
    tries: [],
  });
  return new Map([
    ['dev', environment(dev, 'dev.shop.example', 4)],
    ['production', environment(production, 'shop.example', 8)],
  ]);
}

/** The environments, tried with another number of pods wherever it stands; what else there is follows from its square. */
function withTries(
  environments: Environments,
  other: (max: number) => number,
  also: (manifests: readonly Manifest[], square: number) => readonly Manifest[] = (manifests) => manifests,
): Environments {
  const key = pathKey(['services', 'web', 'scaling', 'max']);
  return new Map(
    [...environments].map(([name, { manifests, decisions, quota }]) => {
      const max = Number(decisions.get(key));
      const text = JSON.stringify(manifests).replaceAll(`:${max}`, `:${other(max)}`);
      const tried = also(JSON.parse(text), other(max) ** 2);
      const tries = [{ manifests: tried, decisions: new Map([...decisions, [key, other(max)]]), quota }];
      return [name, { manifests: also(manifests, max ** 2), decisions, quota, tries }];
    }),
  );
}

function objectOf(kind: string, fields: object): ManifestObject {
  return { apiVersion: 'v1', kind, metadata: { name: 'web', namespace: 'shop' }, ...fields };
}
