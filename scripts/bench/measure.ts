import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** A process to run. What it prints goes to a file when there is one to name, else nowhere. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly stdout?: string;
}

/** What a process took, from its start to its end. */
export interface Measurement {
  readonly seconds: number;
  /** Most memory that was resident at once; undefined where it was not asked for or the system does not tell. */
  readonly megabytes: number | undefined;
  readonly isStopped: boolean;
}

/** What is wanted of a measurement. Reading the memory disturbs the time a little, so it has a run of its own. */
export interface MeasureOptions {
  readonly limitSeconds: number;
  readonly isMemoryRead: boolean;
}

/** Runs a process to its end, or to the limit. Rejects with what it wrote to stderr when it fails. */
export async function measure(command: Command, options: MeasureOptions): Promise<Measurement> {
  const stdout = command.stdout === undefined ? 'ignore' : openSync(command.stdout, 'w');
  const started = performance.now();
  const child = spawn(command.file, command.args, { stdio: ['ignore', stdout, 'pipe'] });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  const memory = options.isMemoryRead ? watchMemory(child.pid) : undefined;
  let isStopped = false;
  const limit = setTimeout(() => {
    isStopped = true;
    child.kill('SIGKILL');
  }, options.limitSeconds * 1000);
  try {
    const { code, seconds } = await new Promise<{ code: number | null; seconds: number }>(
      (resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (exitCode) =>
          resolve({ code: exitCode, seconds: (performance.now() - started) / 1000 }),
        );
      },
    );
    if (code !== 0 && !isStopped) throw new Error(`${command.file} ${command.args.join(' ')}: ${errors}`);
    return { seconds, megabytes: memory?.(), isStopped };
  } finally {
    clearTimeout(limit);
    memory?.();
    if (typeof stdout === 'number') closeSync(stdout);
  }
}

/**
 * Reads the peak that Linux keeps for a process, VmHWM, every two milliseconds until the returned function is called:
 * only what was gained in the last two is missed.
 */
function watchMemory(pid: number | undefined): () => number | undefined {
  let peak: number | undefined;
  const timer = setInterval(() => {
    const kilobytes = peakOf(pid);
    if (kilobytes !== undefined) peak = Math.max(peak ?? 0, kilobytes / 1024);
  }, 2);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    return undefined;
  }
}
