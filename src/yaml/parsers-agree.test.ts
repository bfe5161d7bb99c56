import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { runs } from '../../test/runs.ts';
import { hostileStrings } from './hostile-strings.fixture.ts';
import { placesOf } from './places.ts';
import { positionsIn } from './position.ts';
import { readNodes, readYaml } from './read.ts';
import { syntaxErrors } from './syntax-errors.ts';

// Where the syntax of a text is wrong, another parser tells it: whatever both accept they must take for the same.
describe('both parsers agree', () => {
  it.each([
    ...[
      '0o17',
      '1_000',
      '0x1f',
      '12:30:45',
      'yes',
      'Null',
      '.5',
      '+1',
      '-0',
      '5.',
      '1e3',
      '.inf',
      '-.INF',
      '007',
      '0b1',
    ],
    ...[
      '~',
      '<<',
      '=',
      '2026-01-02',
      '1e400',
      '9'.repeat(400),
      '!!str 1',
      '! 1',
      '!!null ~',
      '!!int 0x1f',
      '!!float 1.0',
    ],
    ...[
      "'it''s'",
      '"\\x41\\u00e9\\U0001F600"',
      '"a\n  b"',
      'a\n  b',
      '|-\n  a\n',
      '>\n  a\n  b\n\n  c\n',
      '[a, {b: c}, d: e]',
    ],
  ])('on the value %j', (scalar) => {
    expectAgreement(`a: ${scalar}\nb: [1]\n`);
  });

  it('on every hostile string as a value and as a key', () => {
    for (const text of hostileStrings.filter(isOneLine)) {
      expectAgreement(`a: ${text}\n`);
      expectAgreement(`- ${text}: 1\n  a: [${text}]\n`);
    }
  });

  it('on any text, and on where everything stands', () => {
    let accepted = 0;
    fc.assert(
      fc.property(block(0, 3), (text) => {
        accepted += expectAgreement(`a:${text}`) ? 1 : 0;
      }),
      { numRuns: runs(200) },
    );
    // About two in five are accepted.
    expect(accepted).toBeGreaterThan(runs(200) / 5);
  });
});

const isOneLine = (text: string): boolean => !/[\r\n\ufeff]/.test(text);

const hostileLine = fc.constantFrom(...hostileStrings.filter((text) => isOneLine(text) && text.length < 20));

const scalars = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'c d', '1', '0x1f', 'null', '~', '""', "'x'", 'a # c', '') },
  { weight: 2, arbitrary: hostileLine },
  { weight: 1, arbitrary: hostileLine.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: hostileLine.map((text) => `'${text.replaceAll("'", "''")}'`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('&x a', '*x', '!!str 1', '!foo a', '[a, b]', '{a: 1, b}', '[a: 1]', '['),
  },
);

/**
 * Behind a key or a dash: a scalar, a block scalar, a map or a list indented by about `indent`. Not always
 * right.
 */
function block(indent: number, depth: number): fc.Arbitrary<string> {
  const scalar = fc.oneof(
    scalars.map((text) => ` ${text}\n`),
    fc.constantFrom(' |\n', ' >-\n').map((head) => `${head}${' '.repeat(indent + 2)}text\n`),
  );
  if (depth === 0) return scalar;
  const child = block(indent + 2, depth - 1);
  const lead = fc.constantFrom(...Array<string>(9).fill(' '.repeat(indent)), ' '.repeat(indent + 1));
  const entry = fc.tuple(lead, fc.constantFrom('a', 'b', '"c"', '1', '? d', '&x e', '*x ', '<<'), child);
  const item = fc.tuple(lead, child);
  return fc.oneof(
    scalar,
    fc
      .array(entry, { minLength: 1, maxLength: 3 })
      .map((entries) => `\n${entries.map(([pad, key, text]) => `${pad}${key}:${text}`).join('')}`),
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((items) => `\n${items.map(([pad, text]) => `${pad}-${text}`).join('')}`),
  );
}

/** True when both accept the text. */
function expectAgreement(text: string): boolean {
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent', keepSourceTokens: true });
  const errors = syntaxErrors(text);
  if (errors.length > 0) {
    expect(() => readYaml(text)).toThrow();
    return false;
  }
  const value = readYaml(text);
  if (document.errors.length > 0) return false;
  assert.deepStrictEqual(value ?? null, document.toJS(), JSON.stringify(text));
  expectPlaces(text, document, value);
  return true;
}

/** Whatever both parsers read stands where the other finds it. */
function expectPlaces(text: string, document: Document.Parsed, value: unknown): void {
  const { span } = placesOf(text, readNodes(text).root);
  const position = positionsIn(text);
  for (const path of pathsOf(value)) {
    for (const what of ['key', 'value'] as const) {
      const node = nodeAt(document, path, what);
      const told = `${what} of ${JSON.stringify(path)} in ${JSON.stringify(text)}`;
      const found = span(path, what);
      assert.ok(found, told);
      if (!node?.range || !hasOnePlace(node)) continue;
      assert.deepStrictEqual(found.start, position(node.range[0]), `start: ${told}`);
      if (!isBlockText(node)) assert.deepStrictEqual(found.end, position(node.range[1]), `end: ${told}`);
    }
  }
}

/** Parsers may differ about where a block begins and ends, and where nothing is written. */
function hasOnePlace(node: Node): boolean {
  if (isScalar(node)) return node.range !== undefined && node.range !== null && node.range[1] > node.range[0];
  return isAlias(node) || ('flow' in node && node.flow === true && !isPair(node));
}

function isBlockText(node: Node): boolean {
  return isScalar(node) && node.type?.startsWith('BLOCK') === true;
}

/** Not so a pair alone in a list: `[a: b]`. */
function isPair(node: Node): boolean {
  return isMap(node) && node.items.length === 1 && node.srcToken === undefined;
}

function nodeAt(document: Document.Parsed, path: Path, what: 'key' | 'value'): Node | undefined {
  let [key, value]: unknown[] = [document.contents, document.contents];
  for (const step of path) {
    const parent = isAlias(value) ? value.resolve(document) : value;
    if (isSeq(parent)) [key, value] = [parent.items[Number(step)], parent.items[Number(step)]];
    else if (isMap(parent)) ({ key, value } = pairOf(document, parent, String(step)));
  }
  return ((what === 'key' ? key : (value ?? key)) ?? undefined) as Node | undefined;
}

function pairOf(document: Document.Parsed, map: YAMLMap, name: string): { key: unknown; value: unknown } {
  const pair = map.items.find(({ key }) => {
    const node: unknown = isAlias(key) ? key.resolve(document) : key;
    return isScalar(node) && node.value === name;
  });
  return pair ?? { key: undefined, value: undefined };
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const children: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [[], ...children.flatMap(([key, child]) => pathsOf(child).map((path) => [key, ...path]))];
}
