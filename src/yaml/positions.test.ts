import { describe, expect, it } from 'vitest';
import { positionsOf } from './positions.ts';

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

describe('positionsOf', () => {
  const find = positionsOf(TEXT);
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
    expect(positionsOf('\ufeffa: 1\r\nb: 2\r\n')(['b'], 'value')).toEqual({ line: 2, column: 4 });
    expect(positionsOf('\ufeffa: 1\n')(['a'], 'value')).toEqual({ line: 1, column: 4 });
  });

  it('finds a key that YAML 1.1 would not take for text', () => {
    expect(positionsOf('%YAML 1.1\n---\non: 1\n')(['on'], 'key')).toEqual({ line: 3, column: 1 });
  });

  it('finds nothing in an empty text', () => {
    expect(positionsOf('')([], 'value')).toBeUndefined();
  });

  it('finds a key without a value, as both', () => {
    expect(positionsOf('{ a }')(['a'], 'value')).toEqual({ line: 1, column: 3 });
  });
});
