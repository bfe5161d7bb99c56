import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from './aims.ts';
import { type Binaries, type Binary, findBinaries } from './binaries.ts';
import { charthouseOn } from './contenders.ts';
import { machineFacts } from './machine.ts';
import { measureSize } from './measure-size.ts';
import { race } from './race.ts';
import { renderReport, type SizeResult } from './report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_SECONDS = 60;
const ROUNDS: ReadonlyMap<number, number> = new Map([
  [10, 9],
  [100, 7],
  [1000, 5],
  [5000, 2],
]);

const work = mkdtempSync(join(tmpdir(), 'charthouse-bench-'));
process.once('SIGINT', () => {
  cleanUp();
  process.exit(130);
});
try {
  await bench(process.argv.slice(2).map(Number));
} finally {
  cleanUp();
}

/** With sizes, measures those and prints the report; without, all of them, and writes docs/benchmarks.md. */
async function bench(wanted: readonly number[]): Promise<void> {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { cwd: ROOT, stdio: 'inherit' });
  const isWhole = wanted.length === 0;
  const binaries = findBinaries(work);
  const ownSeconds = isWhole ? await timeOwnPlatforms() : undefined;
  const sizes = await measureSizes(isWhole ? [...ROUNDS.keys()] : wanted, binaries);
  const report = renderReport({
    machine: machineFacts(work),
    versions: versionsOf(binaries),
    sizes,
    aims: judge(sizes, ownSeconds),
    skipped: missing(binaries),
  });
  if (isWhole) writeFileSync(join(ROOT, 'docs/benchmarks.md'), report);
  else console.log(report);
}

/** Who is stopped on one platform is not run on larger ones. */
async function measureSizes(wanted: readonly number[], binaries: Binaries): Promise<readonly SizeResult[]> {
  const sizes: SizeResult[] = [];
  const leftOut = new Set<string>();
  for (const services of wanted) {
    const rounds = ROUNDS.get(services) ?? 3;
    const size = await measureSize(services, {
      work,
      binaries,
      rounds,
      limitSeconds: LIMIT_SECONDS,
      leftOut,
    });
    sizes.push(size);
    for (const { name, isStopped } of size.results) if (isStopped) leftOut.add(name);
  }
  return sizes;
}

async function timeOwnPlatforms(): Promise<number> {
  const output = join(work, 'output');
  const [own] = await race([charthouseOn(join(ROOT, 'environments'), output)], {
    output,
    rounds: 9,
    limitSeconds: LIMIT_SECONDS,
    onRun: () => {},
    onFirstRun: () => {},
  });
  return own?.seconds ?? Number.NaN;
}

function versionsOf(binaries: Binaries): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(binaries).flatMap(([name, binary]: [string, Binary]) =>
      'version' in binary ? [[name, binary.version]] : [],
    ),
  );
}

function missing(binaries: Binaries): readonly string[] {
  return Object.entries(binaries).flatMap(([name, binary]: [string, Binary]) =>
    'missing' in binary ? [`${name}: ${binary.missing}`] : [],
  );
}

function cleanUp(): void {
  rmSync(work, { recursive: true, force: true });
}
