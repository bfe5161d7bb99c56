import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import { describe, it } from 'vitest';
import { parseDocument } from 'yaml';
import { runs } from '../../test/runs.ts';
import { hostileData, hostileStrings } from './hostile-strings.fixture.ts';
import { readYaml } from './read.ts';
import { writeYaml } from './write.ts';

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['readYaml', readYaml],
  ['js-yaml, YAML 1.2', (text) => load(text, { schema: CORE_SCHEMA })],
  ['js-yaml, YAML 1.1', (text) => load(text, { schema: YAML11_SCHEMA })],
  ['yaml, YAML 1.2', (text) => readWithYaml(text, '1.2')],
  ['yaml, YAML 1.1', (text) => readWithYaml(text, '1.1')],
];

const NUMBERS = [
  ...[
    0,
    -0,
    1,
    -1,
    0.1,
    -0.1,
    1 / 3,
    100,
    123456789.123,
    1e15,
    1e20,
    1e21,
    -1e21,
    1.5e21,
    1e-6,
    1e-7,
    1.5e-7,
  ],
  ...[
    2 ** 31,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 53) - 2,
    2 ** 63,
    -(2 ** 63),
    2 ** 64,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
  ],
];

describe.each(READERS)('what is written is read back identically by %s', (_, read) => {
  const expectReadBack = (data: unknown): void => {
    assert.deepStrictEqual(read(writeYaml(data)), data);
  };

  it('as a value, an item, and in nested maps and lists', () => {
    expectReadBack(
      hostileStrings.map((text) => ({ a: text, b: [text, [[text, text], { c: text, d: {} }]], e: 1 })),
    );
  });

  it('as a key, with every kind of value behind it', () => {
    expectReadBack({ map: Object.fromEntries(hostileStrings.map((text) => [text, text])) });
    for (const value of [1, 'a', 'a\n', [2], { b: {} }, [], {}]) {
      expectReadBack(hostileStrings.map((text) => Object.fromEntries([[text, value]])));
    }
  });

  it('as a whole document', () => {
    for (const text of hostileStrings) expectReadBack(text);
  });

  it('numbers of every size', () => {
    for (const number of NUMBERS) expectReadBack({ a: number, b: [number], c: [[number]] });
  });

  it('any data', () => {
    fc.assert(fc.property(hostileData, expectReadBack), { numRuns: runs(100) });
  });

  it('collections within one another, as deeply as can be written', () => {
    let data: unknown = 'x';
    for (let depth = 0; depth < 98; depth += 1) data = depth % 2 === 0 ? [data] : { a: data };
    expectReadBack(data);
  });
});

function readWithYaml(text: string, version: '1.1' | '1.2'): unknown {
  const document = parseDocument(text, { version, logLevel: 'silent' });
  assert.deepEqual([...document.errors, ...document.warnings], []);
  return document.toJS();
}
