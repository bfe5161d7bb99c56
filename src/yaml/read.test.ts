import { describe, expect, it } from 'vitest';
import { readYaml, YamlError } from './read.ts';

describe('readYaml reads', () => {
  it.each([
    ['', undefined],
    ['# nothing but a comment\n', undefined],
    ['---\n', undefined],
    ['null\n', null],
    ['a:\n', { a: null }],
    ['a: [1, 0x1f, 0o17, 1e3, .5, +1, -0]\n', { a: [1, 31, 15, 1000, 0.5, 1, -0] }],
    ['a: [true, False, ~, Null]\n', { a: [true, false, null, null] }],
    [
      'a: [no, on, y, 1_000, 12:30, 2026-01-02, 0b11]\n',
      { a: ['no', 'on', 'y', '1_000', '12:30', '2026-01-02', '0b11'] },
    ],
    ['"<<": 1\n"80": 2\n\'true\': 3\n', { '<<': 1, '80': 2, true: 3 }],
    ['a: !!str 80\nb: ! 80\nc: !!map {d: !!int 1}\n', { a: '80', b: '80', c: { d: 1 } }],
    ['a: &x {b: [1]}\nc: *x\n', { a: { b: [1] }, c: { b: [1] } }],
    ['&key a: 1\nb: *key\n', { a: 1, b: 'a' }],
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['\ufeffa: 1\n', { a: 1 }],
    ['a: 1\r\nb: |\r\n  x\r\n  y\r\n', { a: 1, b: 'x\ny\n' }],
    ['%YAML 1.1\n---\na: yes\n...\n', { a: 'yes' }],
  ])('%j', (text, expected) => {
    expect(readYaml(text)).toEqual(expected);
  });

  it('the key __proto__ without changing the prototype', () => {
    const value = readYaml('__proto__:\n  polluted: true\n') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('polluted' in value).toBe(false);
  });

  it('an anchor that is set again as what it was at each alias', () => {
    expect(readYaml('- &x 1\n- *x\n- &x [&x 2]\n- *x\n')).toEqual([1, 1, [2], 2]);
  });

  it('lists of more than 100,000 values where no alias is at work', () => {
    expect(readYaml(`[${'1,'.repeat(100_001)}]`)).toHaveLength(100_001);
  });
});

describe('readYaml refuses', () => {
  it.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 a tab indents this line'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 a second document begins here; a file holds one'],
    [
      'a second document without a marker of its own',
      'a: 1\n...\nb: 2\n',
      '2:1 a second document begins here',
    ],
    [
      'a key written twice',
      'a: 1\nb: {}\n"a": 2\n',
      '3:1 the key "a" is written twice; the first is on line 1',
    ],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', '3:3 merge keys (<<) are not supported'],
    ['a number for a key', 'ports:\n  80: http\n', '2:3 a key must be text; this one is a number'],
    ['a boolean for a key', 'a: {true: 1}\n', '1:5 a key must be text; this one is a boolean'],
    ['an empty key', ': a\n', '1:1 a key must be text; this one is empty or null'],
    [
      'a template of Helm',
      'a: {{ .Values.a }}\n',
      '1:5 a key must be text; this one is a map: quote text that begins with {',
    ],
    ['a list for a key', '? [a]\n: b\n', '1:3 a key must be text; this one is a list'],
    ['a custom tag', 'a: !secret b\n', '1:4 the tag !secret is not supported here'],
    ['a tag of YAML 1.1', 'a: !!binary aGk=\n', '1:4 the tag !!binary is not supported here'],
    ['a tag on a map', 'a: !!set {b}\n', '1:4 the tag !!set is not supported here'],
    ['a tag that does not fit', 'a: !!int b\n', '1:4 the tag !!int is not supported here'],
    ['tags with a prefix', '%TAG !e! tag:example.com,2026:\n---\na: 1\n', '1:1 %TAG declares custom tags'],
    ['a number beyond all numbers', 'sha: 123e456\n', '1:6 123e456 is too large for a number'],
    ['an alias of nothing', 'host: *.example.com\n', '1:7 *.example.com stands for nothing'],
    ['an alias within what it stands for', 'a: &x [*x]\n', '1:8 *x lies within the value it stands for'],
    ['a byte order mark in the middle', 'a: 1\n\ufeffb: 2\n', '2:1 an invisible byte order mark'],
    ['a control character', 'a: \x07\n', '1:4 a control character stands here'],
    ['101 levels', '['.repeat(101) + ']'.repeat(101), '1:100 nested too deeply'],
    ['text that is no YAML', 'a: "b\n', '2:1 this line lies in brackets or quotes that are not closed'],
  ])('%s', (_, text, message) => {
    expect(() => readYaml(text)).toThrow(YamlError);
    expect(messageOf(text)).toContain(message);
    expect(messageOf(text)).not.toContain('\n');
  });

  it('aliases that expand to more than 100,000 values, without expanding them', () => {
    const laughs = ['a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]'];
    for (let level = 1; level < 40; level += 1) {
      laughs.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
    }
    expect(messageOf(laughs.join('\n'))).toMatch(/^6:\d+ \*a4 repeats too much/);
  });

  it('aliases that nest collections more than 98 deep', () => {
    const half = (name: string, inner: string) =>
      `${name}: &${name} ${'['.repeat(50)}${inner}${']'.repeat(50)}\n`;
    expect(messageOf(half('a', '') + half('b', '*a'))).toContain('2:57 *a nests values more than 98 deep');
  });
});

function messageOf(text: string): string {
  try {
    readYaml(text);
    return 'nothing';
  } catch (error) {
    return error instanceof YamlError ? `${error.line}:${error.column} ${error.message}` : String(error);
  }
}
