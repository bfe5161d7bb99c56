import { expect, test } from 'vitest';
import { registerCheck } from './register-check.ts';

const TAG = "export { imageTagPinned } from './image-tag-pinned/check.ts';\n";

test.each([
  ['a-first', `export { name } from './a-first/check.ts';\n${TAG}`],
  ['z-last', `${TAG}export { name } from './z-last/check.ts';\n`],
])('%s is registered in the order of the alphabet', (name, expected) => {
  expect(registerCheck(TAG, name, 'name')).toBe(expected);
});

test('a registry of another form is refused, not damaged', () => {
  expect(() => registerCheck('export const checks = {};\n', 'a-first', 'name')).toThrow(
    'registers no check: export const checks',
  );
});
