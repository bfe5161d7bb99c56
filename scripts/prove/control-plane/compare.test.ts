import { expect, test } from 'vitest';
import { notStored } from './compare.ts';

test('what the server adds, and quantities in another form, are stored as sent', () => {
  const sent = { spec: { cpu: 1, memory: '1024Mi', labels: {}, items: [{ a: 1 }] } };
  const stored = {
    spec: { cpu: '1000m', memory: '1Gi', items: [{ a: 1, added: true }], added: 1 },
    status: {},
  };
  expect(notStored(sent, stored)).toEqual([]);
});

test('lost and changed fields are told with their path', () => {
  const sent = { spec: { kept: 1, lost: 2, items: [1, 2], changed: 'a' } };
  const stored = { spec: { kept: 1, items: [1], changed: 'b' } };
  expect(notStored(sent, stored).map(({ path }) => path)).toEqual([
    'spec.lost',
    'spec.items',
    'spec.changed',
  ]);
});
