import type { Aim } from './aims.ts';
import { NAMES } from './contenders.ts';
import { METHOD } from './method.ts';
import type { Result } from './race.ts';

/** How everybody did on a platform of one size. */
export interface SizeResult {
  readonly services: number;
  /** Objects of all environments together. */
  readonly objects: number;
  readonly rounds: number;
  readonly results: readonly Result[];
}

/** Everything that docs/benchmarks.md says. */
export interface Benchmarks {
  readonly machine: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, string>;
  readonly sizes: readonly SizeResult[];
  readonly aims: readonly Aim[];
  /** What was not run and why, a line each. */
  readonly skipped: readonly string[];
}

/** The benchmarks as Markdown. */
export function renderReport({ machine, versions, sizes, aims, skipped }: Benchmarks): string {
  const parts = [
    '<!-- Written by npm run bench. Do not edit. -->\n# Benchmarks\n',
    METHOD,
    '## Machine and versions\n',
    table(['what', 'which'], [...machine, ...versions]),
    ...sizes.map(sizeSection),
  ];
  if (aims.length > 0) parts.push(aimSection(aims));
  if (skipped.length > 0) parts.push('## Not run\n', skipped.map((line) => `- ${line}\n`).join(''));
  return parts.join('\n');
}

function aimSection(aims: readonly Aim[]): string {
  const rows = aims.map((aim) => [aim.name, aim.bound, aim.measured, aim.isReached ? 'yes' : '**no**']);
  const intro = 'Set before anything was measured; at 1,000 services where nothing else is said.';
  return `## Aims\n\n${intro}\n\n${table(['what', 'aim', 'measured', 'reached'], rows)}`;
}

function sizeSection({ services, objects, rounds, results }: SizeResult): string {
  const charthouse = results.find(({ name }) => name === NAMES.charthouse);
  const rows = results.map((result) => [
    result.name,
    result.isStopped ? `> ${result.seconds.toFixed(0)}` : result.seconds.toFixed(2),
    ratio(charthouse, result),
    result.megabytes === undefined ? '-' : result.megabytes.toFixed(0),
    result.isStopped ? '-' : result.megabytesWritten.toFixed(1),
  ]);
  const counts = `${services.toLocaleString('en')} services, ${objects.toLocaleString('en')} objects`;
  const head = ['tool', 'seconds', 'Charthouse takes', 'peak MiB', 'MB written'];
  return `## ${counts}\n\nMedians of ${rounds} runs.\n\n${table(head, rows)}`;
}

function ratio(charthouse: Result | undefined, other: Result): string {
  if (!charthouse || charthouse === other) return '';
  const times = (charthouse.seconds / other.seconds).toFixed(2);
  return other.isStopped ? `less than ${times} times` : `${times} times`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
