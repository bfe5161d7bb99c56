import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { notExported, RUN } from '../../../monitoring/metrics/exported.ts';
import { KUBERNETES } from '../control-plane/programs.ts';
import { type ControlPlane, withControlPlane } from '../control-plane/start.ts';
import { built, pinnedVersion } from '../go/build.ts';
import type { Outcome } from '../proof.ts';
import { table } from '../report.ts';
import { exportedText, familiesIn } from './exposition.ts';
import { PROGRAMS } from './programs.ts';

/** What is kept of a program: where it comes from, and every family it exported. */
interface Kept {
  readonly file: string;
  readonly source: string;
  readonly families: ReadonlyMap<string, string>;
}

/**
 * Runs every program that Go modules bring and holds the catalogue against what it exports. With `--docs` that is kept in
 * `monitoring/metrics/exported`, which a test holds the catalogue against for each change.
 */
export async function proveMetricNames(): Promise<Outcome> {
  const all = await withControlPlane(async (plane) => [
    await ofApiServer(plane),
    ...(await ofPrograms(plane)),
  ]);
  const faults = all.flatMap(({ file, families }) => {
    const exporter = RUN[file];
    return exporter ? notExported(exporter, families).map((fault) => `${file}: ${fault}`) : [];
  });
  if (process.argv.includes('--docs')) for (const kept of all) keep(kept);
  const total = all.reduce((sum, { families }) => sum + families.size, 0);
  const rows = all.map(({ file, source, families }) => [file, source, families.size]);
  return {
    holds: faults.length === 0,
    result: [`${total} metrics of ${all.length} programs, ${faults.length} faults`, ...faults].join('; '),
    report: table(['job', 'program that was run', 'metrics'], rows),
  };
}

async function ofPrograms(plane: ControlPlane): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const { file, program, source, exported } of PROGRAMS) {
    const families = familiesIn(await exported(await built(program), plane));
    found.push({ file, source: `${source} ${pinnedVersion(program.module, source)}`, families });
  }
  return found;
}

async function ofApiServer({ api }: ControlPlane): Promise<Kept> {
  const { body } = await api.call('GET', '/metrics');
  const families = familiesIn(body.message ?? '');
  return { file: 'api-server', source: `k8s.io/kubernetes ${KUBERNETES}`, families };
}

function keep({ file, source, families }: Kept): void {
  const path = `monitoring/metrics/exported/${file}.txt`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, exportedText(source, families));
}
