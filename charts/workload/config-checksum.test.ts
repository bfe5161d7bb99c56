import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { configChecksum } from './config-checksum.ts';

/** Configuration and what Go's `json.Marshal` prints for it, as a Helm template's `toJson` does. */
const CASES: readonly [string, Readonly<Record<string, string>>, string][] = [
  [
    'keys in order of their bytes',
    { b: '1', B: '2', _a: '3', A1: '4' },
    '{"A1":"4","B":"2","_a":"3","b":"1"}',
  ],
  ['what HTML gives a meaning to', { URL: 'a?b=1&c=<d>' }, '{"URL":"a?b=1\\u0026c=\\u003cd\\u003e"}'],
  ['separators that end a line in JavaScript', { T: 'a\u2028b\u2029c' }, '{"T":"a\\u2028b\\u2029c"}'],
  [
    'quotes, backslashes and control characters',
    { T: '"\\\n\r\t\u0001\u001f' },
    '{"T":"\\"\\\\\\n\\r\\t\\u0001\\u001f"}',
  ],
  ['other characters as they are', { T: "é/\u007f'😀" }, '{"T":"é/\u007f\'😀"}'],
];

test.each(CASES)('hashes what Go prints: %s', (_, data, printed) => {
  expect(configChecksum(data)).toBe(createHash('sha256').update(printed).digest('hex'));
});
