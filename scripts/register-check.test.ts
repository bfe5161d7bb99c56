import { expect, test } from 'vitest';
import { registerCheck } from './register-check.ts';

const REGISTRY = `import type { Check } from './check.ts';
import { imageTagPinned } from './image-tag-pinned/check.ts';

/** Every check. */
export const checks: readonly Check[] = [
  imageTagPinned,
];
`;

test.each([
  ['a-first', "import { name } from './a-first/check.ts';\nimport type { Check } from './check.ts';"],
  ['z-last', "'./image-tag-pinned/check.ts';\nimport { name } from './z-last/check.ts';\n\n/**"],
])('%s is imported in the order of the alphabet, and listed last', (name, imports) => {
  const registry = registerCheck(REGISTRY, name, 'name');
  expect(registry).toContain(imports);
  expect(registry).toContain('  imageTagPinned,\n  name,\n];\n');
});

test('a list on one line stays on it', () => {
  const short = REGISTRY.replace('[\n  imageTagPinned,\n]', '[imageTagPinned]');
  expect(registerCheck(short, 'a-first', 'name')).toContain('= [imageTagPinned, name];\n');
});

test('a registry of another form is refused, not damaged', () => {
  expect(() => registerCheck('export const checks = {};\n', 'a-first', 'name')).toThrow('does not end');
});
