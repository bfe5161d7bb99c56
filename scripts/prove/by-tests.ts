import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Proof } from './proof.ts';

/**
 * A proof that is the tests of some files, run as `vitest.prove.config.ts` says: `*.prove.ts`, which run nowhere else,
 * and `*.test.ts`, which try more there than in `npm test`.
 */
export function byTests(files: readonly string[]): Proof['run'] {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'charthouse-prove-'));
    try {
      const report = join(folder, 'report.json');
      await vitest(files, report);
      return outcomeOf(JSON.parse(readFileSync(report, 'utf8')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

/** Tests that were all skipped prove nothing. */
export function outcomeOf({ success, ...count }: Report): Outcome {
  const parts = [
    `${count.numPassedTests} tests passed`,
    ...(count.numFailedTests > 0 ? [`${count.numFailedTests} failed`] : []),
    ...(count.numPendingTests > 0 ? [`${count.numPendingTests} skipped`] : []),
  ];
  return { holds: success && count.numPassedTests > 0, result: parts.join(', ') };
}

function vitest(files: readonly string[], report: string): Promise<void> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['vitest', 'run', '--config', 'vitest.prove.config.ts', ...reporters, ...files];
  const run = spawn('npx', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    run.once('error', reject);
    run.once('exit', () => resolve());
  });
}
