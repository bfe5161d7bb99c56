import { expect, test } from 'vitest';
import { unportable } from './portable-name.ts';

test.each(['con', 'NUL', 'aux.yaml', 'com0', 'LPT9.txt', 'prn.tar.gz', 'com¹', 'web.', 'web ', 'a:b', 'a?'])(
  '%j cannot be everywhere',
  (name) => expect(unportable(name)).toBeDefined(),
);

test.each(['console', 'con-1', 'com', 'com10', 'xcon', '.con', '_con.yaml', 'nul-l', 'web.yaml'])(
  '%j can',
  (name) => expect(unportable(name)).toBeUndefined(),
);
