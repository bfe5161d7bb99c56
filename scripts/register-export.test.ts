import { expect, test } from 'vitest';
import { registerExport } from './register-export.ts';

const TAG = "export { imageTagPinned } from './image-tag-pinned/check.ts';\n";

test.each([
  ['a-first', `export { name } from './a-first/check.ts';\n${TAG}`],
  ['z-last', `${TAG}export { name } from './z-last/check.ts';\n`],
])('%s is registered in the order of the alphabet', (name, expected) => {
  expect(registerExport(TAG, 'name', `./${name}/check.ts`)).toBe(expected);
});

test('a registry of another form is refused, not damaged', () => {
  expect(() => registerExport('export const checks = {};\n', 'name', './a-first/check.ts')).toThrow(
    'registers nothing: export const checks',
  );
});
