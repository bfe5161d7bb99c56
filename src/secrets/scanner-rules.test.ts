import { expect, test } from 'vitest';
import { scannerRuleFor } from './scanner-rules.ts';

// Put together, so that scanners do not take this file for a leak.
test.each([
  [`dop_v1_${'0123456789abcdef'.repeat(4)}`, 'digitalocean-pat'],
  [`hf_${'aBcDeFgHiJkLmNoPqRsTuVwXyZ'}aBcDeFgH`, 'huggingface-access-token'],
  [`glsa_${'a1B2c3D4e5'.repeat(3)}ab_0123abcd`, 'grafana-service-account-token'],
  [`MAILGUN_API_KEY=key-${'0123456789abcdef'.repeat(2)}`, 'mailgun-private-api-token'],
  [`# settings\n${'#\n'.repeat(600)}token: dop_v1_${'0123456789abcdef'.repeat(4)}\n`, 'digitalocean-pat'],
])('of a secret of its kind the rule is named', (text, rule) => {
  expect(scannerRuleFor(text)).toBe(rule);
});

test.each([
  'arn:aws:iam::123456789012:role/shop-production',
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  'registry.example:5000/shop/orders:3f2c1ab',
  'sum(rate(istio_requests_total{reporter="destination",response_code=~"5.."}[5m]))',
  `dop_v1_${'example0'.repeat(8)}`,
])('%s holds no secret', (text) => {
  expect(scannerRuleFor(text)).toBeUndefined();
});
