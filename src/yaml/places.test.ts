import { describe, expect, it } from 'vitest';
import { placesOf } from './places.ts';
import type { Position } from './position.ts';
import { readNodes } from './read.ts';

const TEXT = `# A platform
services:
  web:
    image: web:1
    ports: [ {name: http, port: 80}, 9090 ]
    probe: &probe
      path: /ready
    empty:
  worker:
    probe: *probe
    args:
    - --verbose
    - |
      two
      lines
    "quoted key": !!str 1
`;

const placesIn = (text: string) => placesOf(text, readNodes(text).root);

describe('places', () => {
  const { place: find } = placesIn(TEXT);
  const at = (path: readonly (string | number)[], what: 'key' | 'value') => {
    const position = find(path, what);
    return position === undefined ? undefined : `${position.line}:${position.column}`;
  };

  it.each([
    [[], '2:1', '2:1'],
    [['services'], '2:1', '3:3'],
    [['services', 'web', 'image'], '4:5', '4:12'],
    [['services', 'web', 'ports'], '5:5', '5:12'],
    [['services', 'web', 'ports', 0], '5:14', '5:14'],
    [['services', 'web', 'ports', 0, 'port'], '5:27', '5:33'],
    [['services', 'web', 'ports', 1], '5:38', '5:38'],
    [['services', 'web', 'empty'], '8:5', '8:11'],
    [['services', 'worker', 'probe'], '10:5', '10:12'],
    [['services', 'worker', 'probe', 'path'], '7:7', '7:13'],
    [['services', 'worker', 'args', 0], '12:7', '12:7'],
    [['services', 'worker', 'args', 1], '13:7', '13:7'],
    [['services', 'worker', 'quoted key'], '16:5', '16:25'],
  ] as const)('finds key and value of %j', (path, key, value) => {
    expect([at(path, 'key'), at(path, 'value')]).toEqual([key, value]);
  });

  it.each([
    [['service']],
    [['services', 'web', 'ports', 2]],
    [['services', 'web', 'image', 'tag']],
    [['services', 'web', 'empty', 'a']],
    [['constructor']],
  ] as const)('finds nothing at %j', (path) => {
    expect([at(path, 'key'), at(path, 'value')]).toEqual([undefined, undefined]);
  });

  it('counts as editors do behind a byte order mark and with Windows line ends', () => {
    expect(placesIn('\ufeffa: 1\r\nb: 2\r\n').place(['b'], 'value')).toEqual({ line: 2, column: 4 });
    expect(placesIn('\ufeffa: 1\n').place(['a'], 'value')).toEqual({ line: 1, column: 4 });
  });

  it('finds a key that YAML 1.1 would not take for text', () => {
    expect(placesIn('%YAML 1.1\n---\non: 1\n').place(['on'], 'key')).toEqual({ line: 3, column: 1 });
  });

  it('finds nothing in an empty text', () => {
    expect(placesIn('').place([], 'value')).toBeUndefined();
  });

  it('finds a key without a value, as both', () => {
    expect(placesIn('{ a }').place(['a'], 'value')).toEqual({ line: 1, column: 3 });
  });
});

describe('spans', () => {
  it.each([
    ['a: web:1 # c\n', 'web:1'],
    ["a: 'it''s'\n", "'it''s'"],
    ['a: "two\n  lines"\n', '"two\n  lines"'],
    ['a: plain\n  too\nb: 1\n', 'plain\n  too'],
    ['a: [1, {b: c}, ] # d\n', '[1, {b: c}, ]'],
    ['a: { b: , c } \n', '{ b: , c }'],
    ['a: [\n  1 # ]\n  ]\n', '[\n  1 # ]\n  ]'],
    ['a: []\n', '[]'],
    ['a: &x !!map {}\n', '{}'],
    ['a: # c\n  b: 1\n  c: [d]\n', 'b: 1\n  c: [d]'],
    ['a: | # c\n\n  x\n  y\nb: 1\n', '| # c\n\n  x\n  y\n'],
    ['a:\nb: 1\n', ''],
  ])('in %j the value is %j', (text, expected) => {
    const span = placesIn(text).span(['a'], 'value');
    const lines = text.split('\n');
    const offset = ({ line, column }: Position) =>
      lines.slice(0, line - 1).join('\n').length + Math.min(line - 1, 1) + column - 1;
    expect(span && text.slice(offset(span.start), offset(span.end))).toBe(expected);
  });
});

describe('written', () => {
  it.each([
    ['a: 1.10 # c', '1.10'],
    ['{"a":007}', '007'],
    ['a: True', 'True'],
    ['a: !!int 0x1F', '0x1F'],
    ["a: 'v'", "'v'"],
    ['b: &b 1.0\na: *b', undefined],
    ['a: [1]', undefined],
    ['b: 1', undefined],
  ])('in %j it is %s', (text, expected) => {
    expect(placesIn(text).written(['a'])).toBe(expected);
  });
});
