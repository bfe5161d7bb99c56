import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

test.each([
  ['nothing', 'a\nb\n', 'a\nb\n', ['  a', '  b']],
  ['a line changed', 'a\nb\nc\n', 'a\nx\nc\n', ['  a', '- b', '+ x', '  c']],
  ['lines added at the end', 'a\n', 'a\nb\nc\n', ['  a', '+ b', '+ c']],
  ['lines removed at the start', 'a\nb\nc\n', 'c\n', ['- a', '- b', '  c']],
  ['everything', 'a\nb\n', 'x\n', ['- a', '- b', '+ x']],
  ['a line moved', 'a\nb\nc\n', 'b\nc\na\n', ['- a', '  b', '  c', '+ a']],
])('%s', (_, before, after, lines) => {
  expect(lineDiff(before, after).split('\n')).toEqual(lines);
});
