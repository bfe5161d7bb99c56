import { expect, test } from 'vitest';
import { claimsOn } from './claim-values.ts';
import { columnsOf } from './columns.ts';
import { factTable } from './fact-table.ts';
import { longTexts } from './long-texts.ts';
import { below, type Site } from './site.ts';
import { valueStore } from './value-store.ts';

const OBJECT = {
  kind: 'Rollout',
  namespace: 'shop',
  root: ['objects', 'rollout', 'web'],
  file: 'web',
  origin: { concern: 'workload', part: undefined, service: undefined, variant: undefined },
  config: undefined,
};

/** The place in the object that the keys lead to. */
function site(...keys: readonly string[]): Site {
  return keys.reduce(below, { object: OBJECT, path: undefined } as Site);
}

function emptyClaims() {
  const stores = { values: valueStore(), derived: valueStore() };
  return claimsOn(stores, factTable(columnsOf([])), longTexts([]), 'shop.quota');
}

test('a field finds a free name, even below one that is a value', () => {
  const claims = emptyClaims();
  // Whether there are variables at all; then the value of the one that is called `enabled`.
  expect(claims.field(site('env', 'enabled'), [true, false])).toEqual([...OBJECT.root, 'env', 'enabled']);
  expect(claims.field(site('env', 'enabled', 'value'), ['a', 'b'])).toEqual([
    ...OBJECT.root,
    'env',
    'enabled-2',
    'value',
  ]);
});

test('a name that means something else already gets a number', () => {
  const claims = emptyClaims();
  expect(claims.field(site('env', 'mode'), ['a', 'b']).at(-1)).toBe('mode');
  expect(claims.field(site('env', 'mode'), ['a', 'c']).at(-1)).toBe('mode-2');
  expect(claims.field(site('env', 'mode'), ['a', 'd']).at(-1)).toBe('mode-3');
});
