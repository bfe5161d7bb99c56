import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Contender } from './contenders.ts';
import { type Measurement, type MeasureOptions, measure } from './measure.ts';
import { filesBelow } from './rendered.ts';
import { median } from './statistics.ts';

/** How one contender did on a platform of one size. */
export interface Result {
  readonly name: string;
  /** Median of the runs that counted. */
  readonly seconds: number;
  /** It was stopped at the limit, which `seconds` is then. */
  readonly isStopped: boolean;
  /** Peak of its largest process, or of all together where they run together. */
  readonly megabytes: number | undefined;
  readonly megabytesWritten: number;
}

/** How a race is run. */
export interface RaceOptions {
  /** Folder that every run finds empty. */
  readonly output: string;
  readonly rounds: number;
  readonly limitSeconds: number;
  /** Is told before every run; round 0 is the warm-up. */
  readonly onRun: (name: string, round: number) => void;
  /** Is told after the first run of each, when its files are there to be looked at. */
  readonly onFirstRun: (contender: Contender) => void;
}

/**
 * Runs each contender once to warm up and to read its memory, then all of them in turn, as often as there are rounds.
 * Who does not finish the warm-up in time is left out of the rounds.
 */
export async function race(
  contenders: readonly Contender[],
  options: RaceOptions,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const seconds = new Map<string, number[]>();
  for (const contender of contenders) {
    const { name } = contender;
    options.onRun(name, 0);
    const first = await run(contender, options, true);
    const megabytesWritten = writtenTo(options.output);
    results.push({ ...first, name, megabytesWritten });
    if (first.isStopped) continue;
    options.onFirstRun(contender);
    seconds.set(name, []);
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const contender of contenders) {
      const times = seconds.get(contender.name);
      if (!times) continue;
      options.onRun(contender.name, round);
      times.push((await run(contender, options, false)).seconds);
    }
  }
  return results.map((result) => {
    const times = seconds.get(result.name);
    return times ? { ...result, seconds: median(times) } : { ...result, seconds: options.limitSeconds };
  });
}

async function run(contender: Contender, options: RaceOptions, isMemoryRead: boolean): Promise<Measurement> {
  rmSync(options.output, { recursive: true, force: true });
  mkdirSync(options.output, { recursive: true });
  const { limitSeconds } = options;
  return contender.isParallel
    ? await together(contender, { limitSeconds, isMemoryRead })
    : await oneByOne(contender, { limitSeconds, isMemoryRead });
}

async function together({ commands }: Contender, options: MeasureOptions): Promise<Measurement> {
  const started = performance.now();
  const all = await Promise.all(commands.map((command) => measure(command, options)));
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes: total(all), isStopped: all.some(({ isStopped }) => isStopped) };
}

/** The limit is for all of them. */
async function oneByOne({ commands }: Contender, options: MeasureOptions): Promise<Measurement> {
  let seconds = 0;
  let megabytes: number | undefined;
  for (const command of commands) {
    const each = await measure(command, { ...options, limitSeconds: options.limitSeconds - seconds });
    seconds += each.seconds;
    if (each.megabytes !== undefined) megabytes = Math.max(megabytes ?? 0, each.megabytes);
    if (each.isStopped) return { seconds, megabytes, isStopped: true };
  }
  return { seconds, megabytes, isStopped: false };
}

function total(all: readonly Measurement[]): number | undefined {
  const known = all.flatMap(({ megabytes }) => megabytes ?? []);
  return known.length === all.length ? known.reduce((sum, megabytes) => sum + megabytes, 0) : undefined;
}

function writtenTo(output: string): number {
  const sizes = filesBelow(output).map((path) => statSync(join(output, path)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
