import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from './programs.ts';

const isCarried = process.platform === 'linux' && process.arch === 'x64';

test.runIf(isCarried).each([
  ['helm', ['version', '--short'], /^v4\./],
  ['kubectl', ['version', '--client'], /Client Version: v1\.35/],
] as const)('%s comes from the package that carries it when it is not on PATH', (name, args, version) => {
  const cache = mkdtempSync(join(tmpdir(), 'charthouse-programs-'));
  try {
    const program = findProgram(name, '', cache);
    if (!('path' in program)) throw new Error(program.missing);
    expect(execFileSync(program.path, args, { encoding: 'utf8' })).toMatch(version);
    expect(findProgram(name, '', cache)).toEqual(program);
  } finally {
    rmSync(cache, { recursive: true });
  }
});

test('a program on PATH is taken before any other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-programs-'));
  try {
    execFileSync('sh', ['-c', `printf '#!/bin/sh\\n' > ${folder}/helm && chmod +x ${folder}/helm`]);
    expect(findProgram('helm', `/nowhere:${folder}`, '/nowhere')).toEqual({ path: join(folder, 'helm') });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
