import { expect, test } from 'vitest';
import { tokenIn } from './token-patterns.ts';

const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
const jwt = (payload: object) =>
  `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.${'c2lnbmF0dXJl'.repeat(2)}`;

test.each([
  [`AKIA${'QWERTYUIOPASDFGH'}`, 'an AWS access key'],
  [`token: ghp_${'a1'.repeat(18)}`, 'a GitHub token'],
  [`glpat-${'x'.repeat(20)}`, 'a GitLab token'],
  [`xoxb-${'1234567890'.repeat(2)}`, 'a Slack token'],
  [`-----BEGIN ${'OPENSSH PRIVATE'} KEY-----`, 'a private key'],
  [jwt({ sub: 'orders', role: 'service_role' }), 'a JSON Web Token'],
  ['postgres://orders:s3same@db.shop.example/orders', 'a URL with a password'],
  ['redis://:s3same@cache.shop.example:6379', 'a URL with a password'],
  ['Server=db;Database=shop;User Id=sa;Password=Sup3r!', 'a connection string with a password'],
  ['host=db user=shop password=s3same dbname=shop', 'a connection string with a password'],
  ['jdbc:mysql://db/shop?user=shop&password=s3same', 'a connection string with a password'],
  ['Password=Sup3r!;Server=db', 'a connection string with a password'],
  [`AccountName=shop;AccountKey=${'A1b2'.repeat(16)}==`, 'an account key of Azure'],
])('%s holds %s', (text, what) => {
  expect(tokenIn(text)).toBe(what);
});

test.each([
  'AKIAIOSFODNN7EXAMPLE',
  'postgres://orders:$(PASSWORD)@db.shop.example/orders',
  'postgres://orders:${PASSWORD}@db.shop.example/orders',
  'postgres://orders:<password>@db.shop.example/orders',
  'postgres://orders:password@db.shop.example/orders',
  'postgres://orders@db.shop.example:5432/orders',
  'Server=db;Database=shop;User Id=sa;Password=$(PASSWORD);',
  'host=db user=shop password=%s dbname=shop',
  'Server=db;Database=shop;Integrated Security=true',
  'https://shop.example:8443/@scope/package',
  'registry.example:5000/shop/orders@sha256:0d6f7b1c8e2a4953f1b0a7c6d5e49382',
  'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
  '-----BEGIN CERTIFICATE-----',
  jwt({ iss: 'supabase', role: 'anon' }),
])('%s holds none', (text) => {
  expect(tokenIn(text)).toBeUndefined();
});
