import { expect, it } from 'vitest';
import { intersect } from './intersect.ts';

const cases: readonly {
  readonly name: string;
  readonly versions: readonly Readonly<Record<string, unknown>>[];
  readonly base: unknown;
  readonly additions: readonly (readonly string[])[];
}[] = [
  {
    name: 'what is equal everywhere is not added again',
    versions: [
      { kind: 'Job', spec: { a: 1, b: 1 } },
      { kind: 'Job', spec: { a: 1, b: 2 } },
    ],
    base: { kind: 'Job', spec: { a: 1 } },
    additions: [['spec.b=1'], ['spec.b=2']],
  },
  {
    name: 'a field of one version alone is added there',
    versions: [{ spec: { a: 1 } }, { spec: { a: 1, only: {} } }],
    base: { spec: { a: 1 } },
    additions: [[], ['spec.only={}']],
  },
  {
    name: 'maps that share nothing are added as a whole',
    versions: [
      { a: 1, labels: { x: 1 } },
      { a: 1, labels: { x: 2 } },
    ],
    base: { a: 1 },
    additions: [['labels={"x":1}'], ['labels={"x":2}']],
  },
  {
    name: 'items are found by name, and missing ones inserted at their place',
    versions: [
      { env: [{ name: 'A' }, { name: 'B', value: '1' }] },
      { env: [{ name: 'B', value: '2' }, { name: 'C' }] },
    ],
    base: { env: [{ name: 'B' }] },
    additions: [
      ['env.0={"name":"A"}', 'env.1.value="1"'],
      ['env.0.value="2"', 'env.1={"name":"C"}'],
    ],
  },
  {
    name: 'items without names are compared by place in lists of one length',
    versions: [{ rules: [{ to: 1, of: 1 }, 5] }, { rules: [{ to: 2, of: 1 }, 6] }],
    base: { rules: [{ of: 1 }] },
    additions: [
      ['rules.0.to=1', 'rules.1=5'],
      ['rules.0.to=2', 'rules.1=6'],
    ],
  },
  {
    name: 'lists of different length share their equal ends',
    versions: [{ rules: [{ a: 1 }, { a: 9 }] }, { rules: [{ a: 1 }, { a: 2 }, { a: 9 }] }],
    base: { rules: [{ a: 1 }, { a: 9 }] },
    additions: [[], ['rules.1={"a":2}']],
  },
  {
    name: 'a key that every JavaScript object inherits is a key like any other',
    versions: [{ a: 1, constructor: 'x' }, { a: 1 }],
    base: { a: 1 },
    additions: [['constructor="x"'], []],
  },
];

it.each(cases)('$name', ({ versions, base, additions }) => {
  const found = intersect(versions);
  expect(found.base).toEqual(base);
  const said = found.additions.map((list) =>
    list.map(({ path, value }) => `${path.join('.')}=${JSON.stringify(value)}`),
  );
  expect(said).toEqual(additions);
});
