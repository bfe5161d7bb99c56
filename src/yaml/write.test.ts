import { describe, expect, it } from 'vitest';
import { writeYaml, writeYamlDocuments } from './write.ts';

const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

describe('writeYaml', () => {
  it('lays a manifest out as kubectl does', () => {
    const manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', labels: { 'app.kubernetes.io/version': '1.20' }, annotations: undefined },
      spec: {
        replicas: 3,
        paused: false,
        template: {
          spec: {
            containers: [
              { name: 'web', args: ['--port=8080', '-v', 'yes'], ports: [{ containerPort: 8080 }], env: [] },
              { resources: {}, command: ['sh', '-c', 'set -e\nexec web\n'] },
            ],
            volumes: null,
          },
        },
      },
    };
    expect(writeYaml(manifest)).toBe(
      lines(
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: web',
        '  labels:',
        '    app.kubernetes.io/version: "1.20"',
        'spec:',
        '  replicas: 3',
        '  paused: false',
        '  template:',
        '    spec:',
        '      containers:',
        '      - name: web',
        '        args:',
        '        - --port=8080',
        '        - -v',
        '        - "yes"',
        '        ports:',
        '        - containerPort: 8080',
        '        env: []',
        '      - resources: {}',
        '        command:',
        '        - sh',
        '        - -c',
        '        - |',
        '          set -e',
        '          exec web',
        '      volumes: null',
      ),
    );
  });

  it.each([
    ['an empty map', {}, '{}\n'],
    ['an empty list', [], '[]\n'],
    ['a map of undefined entries', { a: { b: undefined } }, 'a: {}\n'],
    ['lists in lists', [[1, [2, []]], [{}]], '- - 1\n  - - 2\n    - []\n- - {}\n'],
    ['keys in the order of the object', { b: 1, a: 2 }, 'b: 1\na: 2\n'],
    ['a map without a prototype', Object.assign(Object.create(null), { a: 1 }), 'a: 1\n'],
    ['a string alone', 'a', 'a\n'],
    ['lines alone', 'a\nb', '|-\n  a\n  b\n'],
    ['indented lines alone, quoted', ' a\nb', '" a\\nb"\n'],
  ])('writes %s', (_, value, expected) => {
    expect(writeYaml(value)).toBe(expected);
  });

  it.each([
    ['a', 'a'],
    ['registry.example.com/shop/web:1.20.3@sha256:0a1b', 'registry.example.com/shop/web:1.20.3@sha256:0a1b'],
    ['https://example.com/?q=a&b=c#d', 'https://example.com/?q=a&b=c#d'],
    ["it's", "it's"],
    ['30s', '30s'],
    ['500m', '500m'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['', '""'],
    ['1.20', '"1.20"'],
    ['1.20.3', '"1.20.3"'],
    ['0o17', '"0o17"'],
    ['1_000', '"1_000"'],
    ['12:30', '"12:30"'],
    ['no', '"no"'],
    ['2026-01-02', '"2026-01-02"'],
    ['*.example.com', '"*.example.com"'],
    ['key: value', '"key: value"'],
    ['C:\\temp "x"', 'C:\\temp "x"'],
    ['"x" \\', '"\\"x\\" \\\\"'],
    ['Größe 😀', '"Größe 😀"'],
    ['\u200b\x85\u2028', '"\\u200b\\u0085\\u2028"'],
  ])('writes the string %j as %s, as a value and as a key', (text, expected) => {
    expect(writeYaml({ a: text })).toBe(`a: ${expected}\n`);
    expect(writeYaml({ [text]: 1 })).toBe(`${expected}: 1\n`);
  });

  it.each([
    ['one line break at the end', 'a\nb\n', ['|', '  a', '  b']],
    ['none', 'a\n\nb', ['|-', '  a', '', '  b']],
    ['several', 'a\n\n\n', ['|+', '  a', '', '']],
    ['indented first line', '  a\nb\n', ['|2', '    a', '  b']],
    ['empty first line', '\na\n', ['|', '', '  a']],
    ['document markers', '---\n...\n', ['|', '  ---', '  ...']],
    ['a line of spaces, quoted', 'a\n \nb', ['"a\\n \\nb"']],
    ['a carriage return, quoted', 'a\r\nb', ['"a\\r\\nb"']],
  ])('writes lines with %s', (_, text, [first, ...rest]) => {
    expect(writeYaml({ a: text, b: 1 })).toBe(lines(`a: ${first}`, ...rest, 'b: 1'));
  });

  it.each([
    [1e21, '1.0e+21'],
    [1.5e-7, '1.5e-7'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [2 ** 64, '18446744073709552000'],
  ])('writes the number %d as %s', (number, expected) => {
    expect(writeYaml([number])).toBe(`- ${expected}\n`);
  });

  it('announces a key too long for readers to find its colon', () => {
    const key = 'k'.repeat(1100);
    expect(writeYaml({ [key]: { a: 1 } })).toBe(`? ${key}\n:\n  a: 1\n`);
  });
});

describe('writeYaml refuses', () => {
  const cycle: Record<string, unknown> = { name: 'web' };
  cycle['self'] = { again: [cycle] };
  const deep = Array.from({ length: 99 }).reduce((inner: unknown) => [inner], 'x');

  it.each([
    ['NaN', { spec: { replicas: Number.NaN } }, 'spec.replicas: NaN'],
    ['infinity', { a: [1, Number.POSITIVE_INFINITY] }, 'a[1]: Infinity'],
    ['a function', { a: { 'b.c': () => 1 } }, 'a["b.c"]: expected plain data, found a function'],
    ['a symbol', [Symbol('x')], '[0]: expected plain data, found a symbol'],
    ['a bigint', { a: 1n }, 'a: expected plain data, found a bigint'],
    ['a date', { a: new Date(0) }, 'a: expected plain data, found an instance of Date'],
    ['a Map', new Map(), 'the document: expected plain data, found an instance of Map'],
    ['undefined in a list', { a: [undefined] }, 'a[0]: expected plain data, found undefined'],
    ['undefined alone', undefined, 'the document: expected plain data, found undefined'],
    ['a cycle', cycle, 'self.again[0]: the value contains itself'],
    ['too many levels', { a: deep }, '[0][0]: nested more than 98 deep'],
    ['half of a surrogate pair', { a: { b: 'x\ud83d' } }, 'a.b: a string with half of a surrogate pair'],
    ['half of a surrogate pair among lines', ['a\n\ud83d\nb'], '[0]: a string with half'],
    ['half of a surrogate pair in a key', { a: { '\ude00': 1 } }, 'a["\\ude00"]: a key with half'],
  ])('%s, naming the path', (_, value, message) => {
    expect(() => writeYaml(value)).toThrow(TypeError);
    expect(() => writeYaml(value)).toThrow(message);
  });
});

describe('writeYamlDocuments', () => {
  it.each([
    ['no documents', [], ''],
    ['one', [{ a: 1 }], 'a: 1\n'],
    ['several', [{ a: 1 }, [], 'b\n\n'], 'a: 1\n---\n[]\n---\n|+\n  b\n\n'],
  ])('separates %s', (_, values, expected) => {
    expect(writeYamlDocuments(values)).toBe(expected);
  });
});
