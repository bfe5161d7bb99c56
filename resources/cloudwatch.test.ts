import { expect, test } from 'vitest';
import { resourceTypes, typeOf } from './index.ts';

test.each([
  ['queue', '', { url: 'https://sqs.us-east-1.amazonaws.com/1/shop-mails.fifo' }, 'shop-mails.fifo'],
  ['topic', '', { arn: 'arn:aws:sns:us-east-1:1:shop-events' }, 'shop-events'],
  ['bucket', 'shop.media.s3.us-east-1.amazonaws.com', { name: 'shop.media' }, 'shop.media'],
  ['postgres', 'shop.cluster-1a2b.us-east-1.rds.amazonaws.com', {}, 'shop'],
  ['redis', 'shop-cache.1a2b.ng.0001.use1.cache.amazonaws.com', {}, 'shop-cache'],
  ['redis', 'master.shop-cache.1a2b.use1.cache.amazonaws.com', {}, 'shop-cache'],
  ['redis', 'clustercfg.shop-cache.1a2b.use1.cache.amazonaws.com', {}, 'shop-cache'],
  ['opensearch', 'vpc-shop-logs-abcdefghijklmnopqrstuvwx12.us-east-1.es.amazonaws.com', {}, 'shop-logs'],
  ['opensearch', 'search.shop.example', {}, 'search'],
] as const)('a %s at %s %o is known to AWS as %s', (type, host, said, expected) => {
  expect(typeOf({ type }).cloudwatch?.nameOf({ ...said, host })).toBe(expected);
});

test('a mail server is of no cloud', () => {
  expect(resourceTypes.smtp.cloudwatch).toBeUndefined();
});
