import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { findProgram } from '../io/programs.ts';
import { hostileData, hostileStrings } from './hostile-strings.fixture.ts';
import { writeYaml, writeYamlDocuments } from './write.ts';

const kubectl = findProgram('kubectl', process.env['PATH'] ?? '');
if ('missing' in kubectl) process.stderr.write(`YAML is not read back by kubectl: ${kubectl.missing}\n`);

describe.runIf('path' in kubectl)('kubectl, and so the YAML of Go, reads back what is written', () => {
  it('as values, items and keys', () => {
    const nested = hostileStrings.map((text) => ({ a: text, b: [text, [[text], { c: text }]] }));
    const keyed = Object.fromEntries(hostileStrings.map((text) => [text, { [`${text}!`]: [text] }]));
    const spec = { keyed, nested };
    assert.deepEqual(readWithKubectl(writeYaml(thing(spec))), [spec]);
  });

  it('as any data in a document of its own', () => {
    const specs = fc
      .sample(hostileData, { numRuns: 500, seed: 42 })
      .map((data) => ({ data: withoutMinusZero(data) }));
    assert.deepEqual(readWithKubectl(writeYamlDocuments(specs.map(thing))), specs);
  });
});

function thing(spec: unknown): unknown {
  return { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'thing' }, spec };
}

/**
 * The specs of the things in `text`. To annotate is what kubectl does to objects of any kind without a
 * cluster.
 */
function readWithKubectl(text: string): unknown[] {
  const program = 'path' in kubectl ? kubectl.path : '';
  const json = execFileSync(program, ['annotate', '--local', '-f', '-', '-o', 'json', 'read=true'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const things = JSON.parse(`[${json.replaceAll('\n}\n{\n', '\n},\n{\n')}]`) as { spec: unknown }[];
  return things.map(({ spec }) => spec);
}

/** Go's JSON numbers have no minus zero. */
function withoutMinusZero(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}
