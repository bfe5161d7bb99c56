import { expect, test } from 'vitest';
import { applyOrderOf, isAfter } from './apply-order.ts';

const inOrder = (hook: string | undefined, wave: string | undefined) => {
  const annotations: Record<string, string> = {};
  if (hook) annotations['argocd.argoproj.io/hook'] = hook;
  if (wave) annotations['argocd.argoproj.io/sync-wave'] = wave;
  return applyOrderOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api', annotations } });
};

test.each([
  [undefined, undefined, { phase: 0, wave: 0 }],
  [undefined, '-20', { phase: 0, wave: -20 }],
  ['PreSync', '5', { phase: -1, wave: 5 }],
  ['PostSync,SyncFail', undefined, { phase: 1, wave: 0 }],
  ['SyncFail', undefined, undefined],
])('hook %s, wave %s', (hook, wave, order) => {
  expect(inOrder(hook, wave)).toEqual(order);
});

test('phases come before waves', () => {
  expect(isAfter({ phase: 0, wave: -30 }, { phase: -1, wave: 9 })).toBe(true);
  expect(isAfter({ phase: 0, wave: 1 }, { phase: 0, wave: 1 })).toBe(false);
});
