import { expect, it } from 'vitest';
import { alignItems } from './align-items.ts';

const PLAIN = { destination: { host: 'web', port: 80 } };
const STABLE = { destination: { host: 'web', subset: 'stable', port: 80 }, weight: 90 };
const CANARY = { destination: { host: 'web', subset: 'canary', port: 80 }, weight: 10 };
const MAIL = { destination: { host: 'mail', port: 25 } };

it.each([
  [
    'the stable variant, which has no name where it is the only one',
    [[PLAIN], [STABLE, CANARY]],
    [
      [PLAIN, STABLE],
      [undefined, CANARY],
    ],
  ],
  [
    'the stable variant behind others',
    [[PLAIN], [CANARY, STABLE]],
    [
      [undefined, CANARY],
      [PLAIN, STABLE],
    ],
  ],
  [
    'what is alike, in order',
    [
      [STABLE, CANARY, MAIL],
      [PLAIN, MAIL],
    ],
    [
      [STABLE, PLAIN],
      [CANARY, undefined],
      [MAIL, MAIL],
    ],
  ],
  ['nothing with an environment that does not get there', [[MAIL], undefined], [[MAIL, undefined]]],
])('pairs %s', (_, lists, rows) => {
  expect(alignItems(lists)).toEqual(rows);
});
