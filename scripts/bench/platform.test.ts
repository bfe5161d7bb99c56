import { expect, test } from 'vitest';
import { today } from '../../src/cli/clock.ts';
import { loadEnvironments } from '../../src/config/load.ts';
import { loadContext } from '../../src/pipeline/load-context.ts';
import { ENVIRONMENTS, platformFiles } from './platform.ts';

test.each([1, 4, 10, 47])('a generated platform of %i services is valid input', (count) => {
  const files = [...platformFiles(count)].map(([name, text]) => ({
    path: `environments/shop/${name}`,
    folder: 'shop',
    name,
    bytes: Buffer.from(text),
  }));
  const environments = loadEnvironments(files, loadContext(today()));
  expect(environments.map(({ name }) => name)).toEqual(ENVIRONMENTS);
  expect(environments.map(({ services }) => services.length)).toEqual([count, count, count]);
});

test('the same number of services gives the same text', () => {
  expect(platformFiles(20)).toEqual(platformFiles(20));
});
