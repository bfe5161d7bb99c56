import { expect, it } from 'vitest';
import { decompose, type Part } from './decompose.ts';

const FACTS = [
  { path: ['environment'], vector: ['dev', 'production'] },
  { path: ['domain'], vector: ['dev.shop.example', 'shop.example'] },
  { path: ['cluster', 'account'], vector: ['111111111111', '333333333333'] },
];

it.each([
  [
    'a host below the domain',
    ['https://app.dev.shop.example/', 'https://app.shop.example/'],
    'https://app.<domain>/',
  ],
  [
    'a name with the environment in it',
    ['shop-dev-media', 'shop-production-media'],
    'shop-<environment>-media',
  ],
  [
    'several facts',
    ['arn:aws:iam::111111111111:role/shop-dev', 'arn:aws:iam::333333333333:role/shop-production'],
    'arn:aws:iam::<cluster.account>:role/shop-<environment>',
  ],
  ['a fact alone', ['dev', 'production'], '<environment>'],
  ['only the environments that have it', [undefined, 'production-1'], '<environment>-1'],
])('says %s by facts', (_, vector, expected) => {
  expect(shown(decompose(vector, FACTS))).toBe(expected);
});

it.each([
  ['a fact within a word', ['develop', 'productionelop']],
  ['words that differ', ['dev-a', 'production-b']],
  ['facts of different environments', ['production', 'dev']],
  ['no fact at all', ['info', 'info']],
])('finds nothing in %s', (_, vector) => {
  expect(decompose(vector, FACTS)).toBeUndefined();
});

function shown(parts: readonly Part[] | undefined): string | undefined {
  return parts?.map((part) => ('text' in part ? part.text : `<${part.path.join('.')}>`)).join('');
}
