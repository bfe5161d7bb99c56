import { expect, test } from 'vitest';
import { indexLabels } from './label-index.ts';
import type { LabelSelector } from './selector.ts';

const select = indexLabels([
  { item: 'web', namespace: 'shop', labels: { app: 'web', tier: 'front' } },
  { item: 'web-canary', namespace: 'shop', labels: { app: 'web', tier: 'front', track: 'canary' } },
  { item: 'api', namespace: 'shop', labels: { app: 'api', tier: 'back' } },
  { item: 'bare', namespace: 'shop', labels: {} },
  { item: 'other', namespace: 'bank', labels: { app: 'web' } },
]);

const canary = { key: 'track', operator: 'Exists' };

test.each<[string, LabelSelector, readonly string[]]>([
  ['nothing that is asked for', {}, ['web', 'web-canary', 'api', 'bare']],
  ['one label', { matchLabels: { app: 'web' } }, ['web', 'web-canary']],
  ['several labels', { matchLabels: { tier: 'front', track: 'canary' } }, ['web-canary']],
  ['labels that are on different items', { matchLabels: { app: 'api', tier: 'front' } }, []],
  ['an unknown key', { matchLabels: { zone: 'a' } }, []],
  ['an unknown value', { matchLabels: { app: 'batch' } }, []],
  ['an expression alone', { matchExpressions: [canary] }, ['web-canary']],
  [
    'one label and an expression',
    { matchLabels: { app: 'web' }, matchExpressions: [canary] },
    ['web-canary'],
  ],
])('%s selects within the namespace, in order', (_, selector, expected) => {
  expect(select('shop', selector)).toEqual(expected);
});

test('a namespace without items has nothing to select', () => {
  expect(select('empty', {})).toEqual([]);
});
