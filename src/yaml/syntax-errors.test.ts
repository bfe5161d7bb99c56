import { describe, expect, it } from 'vitest';
import { readYaml } from './read.ts';
import { syntaxErrors } from './syntax-errors.ts';

const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a tab', 'a:\n\tb: 1\n', ['2:1 a tab indents this line; YAML allows only spaces']],
  [
    'a key between two levels',
    'a:\n    b: 1\n  c: 2\n',
    ['3:1 this line is not indented like the others of its map'],
  ],
  ['a list item between two levels', 'a:\n  - b\n - c\n', ['3:1 this does not fit what comes before it']],
  ['a map behind a value', 'a: 1\n  b: 2\n', ['1:4 a map cannot begin behind a value']],
  ['two colons', 'a: b: c\n', ['1:4 a map cannot begin behind a value']],
  ['no space after a colon', 'a:1\nb: 2\n', ['1:1 expected "key: value"']],
  ['no colon', 'a: 1\nb\nc: 3\n', ['2:1 expected a colon after this key']],
  ['a list among keys', 'a: 1\n- b\n', ['2:1 expected "key: value"']],
  ['an open double quote', 'a: 1\nb: "c\nd: 2\n', ['2:4 this quoted text never ends']],
  ['an open single quote', "a: 'b\nc: 2\n", ['1:4 this quoted text never ends']],
  ['an open bracket', 'a: [1, 2\nb: 3\n', ['2:1 this line lies in brackets that are not closed']],
  ['no comma', 'a: {b: 1 c: 2}\n', ['1:8 expected a comma here']],
  ['two commas', 'a: [1,,2]\n', ['1:7 expected an entry before this comma']],
  ['a percent sign', 'a: %b\n', ['1:4 text that begins with % must be quoted']],
  ['a schedule', 'a: */5 * * * *\n', ['1:8 unexpected text after the value: quote the whole value']],
  ['quotes in quotes', 'a: "say "hi""\n', ['1:10 unexpected text after the value']],
  ['a pattern in double quotes', 'a: "\\d+"\n', ['1:5 double quotes do not know this escape']],
  ['a comment without a space', 'a: "b"#c\n', ['1:7 a comment needs a space before its #']],
  ['something behind |', 'a: |b\n  c\n', ['1:5 after | or > the line holds nothing but a digit, + or -']],
  [
    'a template',
    '{{ if a }}\nb: 1\n{{ end }}\n',
    ['2:1 unexpected text after the value', '3:1 unexpected "{"'],
  ],
  ['an unknown version', '%YAML 3.0\n---\na: 1\n', ['2:1 the line that begins with % is not understood']],
  ['thousands of brackets', '['.repeat(20_000), ['1:100 nested too deeply']],
  ['thousands of brackets behind another mistake', `a: @b\n${'{'.repeat(20_000)}`, ['1:4 this does not fit']],
  ['thousands of dashes behind another mistake', `a: @b\n${'- '.repeat(20_000)}`, ['1:4 this does not fit']],
  ['thousands of colons', 'a: '.repeat(20_000), ['1:5 this does not fit']],
  ['thousands of tags', `a: ${'!b '.repeat(20_000)}`, ['1:7 tags (!name) are not supported here']],
  [
    'mistakes on several lines',
    'a: @b\nc: `d`\ne: "\\q"\nc: 1\n',
    [
      '1:4 text that begins with @',
      '2:4 text that begins with `',
      '3:5 double quotes',
      '4:1 the key "c" is written twice; the first is on line 2',
    ],
  ],
  [
    'good syntax with a content that is refused',
    'a: !b 1\n2: c\nd: *e\nd: 1\n',
    [
      '1:4 the tag !b',
      '2:1 a key must be text',
      '3:4 *e stands for nothing',
      '4:1 the key "d" is written twice; the first is on line 3',
    ],
  ],
];

describe('syntaxErrors tells of', () => {
  it.each(MISTAKES)('%s', (_, text, expected) => {
    const errors = syntaxErrors(text);
    expect(errors.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
    for (const { message } of errors) expect(message).not.toMatch(/\n|sequence|scalar|mapping|token/);
    expect(() => readYaml(text)).toThrow();
  });

  it('nothing in a text that is read', () => {
    expect(syntaxErrors('\ufeffa: 1\r\nb: [c]\r\n')).toEqual([]);
  });
});
