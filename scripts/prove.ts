import type { Outcome, Proof } from './prove/proof.ts';
import { proofs } from './prove/proofs.ts';
import { putReport } from './prove/report.ts';
import { type Row, resultTable } from './prove/table.ts';
import { withTools } from './tools/on-path.ts';

/**
 * What takes real programs or longer than each change can wait for: `npm run prove`, or with names only some of it.
 * `--list` tells what there is; `--docs` writes what holds into docs/proofs.md. What misses a program is skipped with the
 * reason; `--strict` takes that for a failure.
 * Exit 0 when all that ran holds, 1 when something does not, 2 for a name that is not there.
 */
const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = [
  ...names.filter((name) => !proofs.some((proof) => proof.name === name)),
  ...words.filter((word) => word.startsWith('--') && !['--docs', '--list', '--strict'].includes(word)),
];

if (unknown.length > 0) {
  console.error(`no proof ${unknown.join(', ')}; there are: ${proofs.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
} else if (words.includes('--list')) {
  for (const { name, proves } of proofs) console.log(`${name}: ${proves}`);
} else {
  process.env['PATH'] = await withTools(process.env['PATH'] ?? '');
  const rows: Row[] = [];
  for (const proof of proofs.filter(({ name }) => names.length === 0 || names.includes(name))) {
    rows.push(await rowOf(proof));
  }
  console.log(resultTable(rows));
  const bad = words.includes('--strict') ? ['FAILED', 'skipped'] : ['FAILED'];
  process.exitCode = rows.some(({ verdict }) => bad.includes(verdict)) ? 1 : 0;
}

async function rowOf({ name, proves, needs, run }: Proof): Promise<Row> {
  const missing = needs.map((need) => need()).find((reason) => reason !== undefined);
  if (missing !== undefined) return { name, verdict: 'skipped', result: missing, seconds: 0 };
  console.error(`\n# ${name}: ${proves}`);
  const begin = performance.now();
  const { holds, result, report }: Outcome = await run().catch((error: unknown) => ({
    holds: false,
    result: error instanceof Error ? error.message : String(error),
  }));
  if (holds && report !== undefined && words.includes('--docs')) putReport(name, report);
  return { name, verdict: holds ? 'holds' : 'FAILED', result, seconds: (performance.now() - begin) / 1000 };
}
