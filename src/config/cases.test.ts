import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CASES, CASES_FOLDER, inputOf } from '../../test/input-cases.ts';
import { CONTEXT } from '../../test/shop-input.ts';
import type { InputFile } from '../model/input-file.ts';
import { loadEnvironments } from './load.ts';
import { ConfigError } from './problem.ts';

/**
 * Each case has, in expected.txt, the message its author gets.
 * To write the messages anew, then read them: UPDATE_CASES=1 npx vitest run src/config
 */
const GOLDEN = 'expected.txt';

test('there are at least sixty bad inputs, and the base they are laid over is a good one', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
  expect(loadEnvironments(inputOf('base'), CONTEXT).map(({ name }) => name)).toEqual(['production']);
});

test.each(CASES)('%s', (name) => {
  const golden = join(CASES_FOLDER, name, GOLDEN);
  const message = messageOf(inputOf(name));
  if (process.env['UPDATE_CASES']) writeFileSync(golden, `${message}\n`);
  expect(existsSync(golden), `${golden} is missing`).toBe(true);
  expect(`${message}\n`).toBe(readFileSync(golden, 'utf8'));
});

function messageOf(files: readonly InputFile[]): string {
  try {
    loadEnvironments(files, CONTEXT);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected the input to be refused');
}
