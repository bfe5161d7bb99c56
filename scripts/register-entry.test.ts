import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { constantOf, faultOfName, registerEntry } from './register-entry.ts';

const REGISTRY = `import { smtp } from './smtp/type.ts';

export const resourceTypes = {
  smtp,
} as const satisfies Types;
`;

test('an entry is imported, and comes last', () => {
  const name = 'event-bus';
  expect(
    registerEntry(REGISTRY, { name, constant: constantOf(name), file: 'type.ts' }),
  ).toBe(`import { eventBus } from './event-bus/type.ts';
import { smtp } from './smtp/type.ts';

export const resourceTypes = {
  smtp,
  'event-bus': eventBus,
} as const satisfies Types;
`);
});

test.each(['resources/index.ts', 'providers/index.ts'])('%s takes another', (path) => {
  const more = registerEntry(readFileSync(path, 'utf8'), { name: 'more', constant: 'more', file: 'type.ts' });
  expect(more).toContain("import { more } from './more/type.ts';");
  expect(more).toMatch(/^ {2}more,$/m);
});

test('a registry of another form is refused, not damaged', () => {
  expect(() => registerEntry('export {};\n', { name: 'a', constant: 'a', file: 'type.ts' })).toThrow(
    'no list',
  );
});

test.each([
  ['Kafka', false, 'expected words in small letters with - between, found "Kafka"'],
  ['redis', true, 'there is redis already'],
  ['kafka', false, undefined],
])('%s, there: %s', (name, exists, expected) => {
  expect(faultOfName(name, exists)).toBe(expected);
});
