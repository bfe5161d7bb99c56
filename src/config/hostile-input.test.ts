import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/runs.ts';
import { CONTEXT } from '../../test/shop-input.ts';
import { INPUT_LIMIT, type InputFile } from '../model/input-file.ts';
import { readYaml } from '../yaml/read.ts';
import { loadEnvironments } from './load.ts';
import { ConfigError, type Problem } from './problem.ts';

const BASE = join(import.meta.dirname, 'cases/base');
const FILES = ['platform.yaml', 'production.yaml'];
const CHECKING = {
  checks: { 'image-tag-pinned': 'warning' },
  registries: ['public.ecr.aws/docker'],
  exceptions: {
    'orders-cache': {
      check: 'read-only-root-filesystem',
      ...{ kind: 'Deployment', name: 'orders', namespace: 'shop', expires: '2027-02-01' },
      ...{ justification: 'The library writes beside its binary', owner: 'orders-team' },
    },
  },
};
const documents = FILES.map((name) => ({
  ...(readYaml(readFileSync(join(BASE, name), 'utf8')) as object),
  ...(name === 'platform.yaml' && CHECKING),
}));

const HOSTILE: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 2 ** 60, '', ' ', 'x', '${', '${}', '${x.y}', '$${', '*', '../..', '\u0000'],
  ...['${constructor.name}', '${domain}', '1e9', '0s', 'latest', 'x'.repeat(300), 'línea\nnueva'],
  ...[
    [],
    {},
    [[]],
    [null],
    { x: null },
    { constructor: { prototype: 1 } },
    { toString: 'x', hasOwnProperty: 1 },
  ],
];
const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'length', 'x', '', 'Ü', '0', 'api'];

/** One change to a document: the node a path of fractions leads to is deleted, replaced or renamed. */
const mutation = fc.record({
  file: fc.constantFrom(0, 1),
  steps: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 6 }),
  change: fc.oneof(
    fc.constant({ how: 'delete' as const }),
    fc.record({ how: fc.constant('replace' as const), value: fc.constantFrom(...HOSTILE) }),
    fc.record({ how: fc.constant('rename' as const), name: fc.constantFrom(...NAMES) }),
  ),
});

test('whatever is deleted, replaced or renamed, the input is refused with places, or it is used', () => {
  const check = (mutations: readonly Mutation[]) => {
    const mutated = structuredClone(documents);
    for (const item of mutations) mutate(mutated[item.file] as object, item);
    for (const problem of problemsOf(filesOf(mutated))) expectPlaced(problem);
  };
  fc.assert(fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), check), { numRuns: runs(400) });
});

test('bytes of any kind are refused, not choked on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(problemsOf([inputFile('platform.yaml', bytes)]).length).toBeGreaterThan(0);
    }),
    { numRuns: runs(150) },
  );
});

test('a file that is too large is not looked into', () => {
  const bytes = new Uint8Array(INPUT_LIMIT + 1).fill(0x61);
  const [problem] = problemsOf([inputFile('platform.yaml', bytes), inputFile('production.yaml', bytes)]);
  expect(problem?.message).toBe('the file is larger than 16 MiB');
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Item> ? Item : never;

function mutate(document: object, { steps, change }: Mutation): void {
  let parent = document as Record<string, unknown>;
  let key = pick(parent, steps[0] as number);
  for (const step of steps.slice(1)) {
    const child = parent[key];
    if (typeof child !== 'object' || child === null || Object.keys(child).length === 0) break;
    parent = child as Record<string, unknown>;
    key = pick(parent, step);
  }
  const value = parent[key];
  if (change.how === 'replace') parent[key] = structuredClone(change.value);
  else delete parent[key];
  if (change.how === 'rename' && !Array.isArray(parent)) {
    Object.defineProperty(parent, change.name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

function pick(parent: object, fraction: number): string {
  const keys = Object.keys(parent);
  return keys[Math.floor(fraction * keys.length)] ?? 'x';
}

/** JSON is YAML, and holds every value that a mutation puts in. */
function filesOf(mutated: readonly object[]): readonly InputFile[] {
  return mutated.map((document, index) =>
    inputFile(FILES[index] as string, new TextEncoder().encode(JSON.stringify(document, undefined, 1))),
  );
}

function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { path: `environments/shop/${name}`, folder: 'shop', name, bytes };
}

function problemsOf(files: readonly InputFile[]): readonly Problem[] {
  try {
    loadEnvironments(files, CONTEXT);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function expectPlaced({ file, line, column, path, message }: Problem): void {
  expect(file).toMatch(/^environments\/shop/);
  expect(message).not.toMatch(/undefined|\[object|NaN|Invalid input|Too (big|small)/);
  if (path !== '') expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
}
