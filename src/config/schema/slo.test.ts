import { expect, test } from 'vitest';
import { slo } from './slo.ts';

const issueOf = (value: unknown) => slo.safeParse(value).error?.issues[0];
const suggestion = (value: unknown) => {
  const issue = issueOf(value);
  return issue?.code === 'custom' ? issue.params?.['suggestion'] : undefined;
};

test('what it promises is read as it is written', () => {
  const written = { availability: 99.95, latency: { percentile: 99.9, under: '2500ms' } };
  expect(slo.parse(written)).toEqual({
    availability: 99.95,
    latency: { percentile: 99.9, under: 2500 },
  });
});

test.each([
  [0.9995, '99.95'],
  ['99.9%', '99.9'],
  [99.9995, '99.999'],
  [100, '99.9 or 99.99: with 100 the first failure breaks the promise'],
  [50, undefined],
  [-99.9, undefined],
  [Number.NaN, undefined],
])('%s is no availability; %s was meant', (availability, expected) => {
  expect(issueOf({ availability })?.path).toEqual(['availability']);
  expect(suggestion({ availability })).toBe(expected);
});

test.each([
  ['300ms', '250ms or 500ms'],
  ['2s', '1s or 2500ms'],
  ['1500ms', '1s or 2500ms'],
  [500, '500ms'],
  ['2h', '1h'],
  ['fast', undefined],
])('%s is no bound that Istio counts by; the nearest are %s', (under, expected) => {
  expect(suggestion({ latency: { percentile: 95, under } })).toBe(expected);
});
