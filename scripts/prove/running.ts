import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that run beside a proof, and end with it: also when it is interrupted. */
export interface Running {
  /** Starts a program; what it writes goes to `<name>.log` in the folder. */
  readonly start: (name: string, path: string, args: readonly string[], env?: NodeJS.ProcessEnv) => void;
  /** Rejects with the last lines of what a program wrote when it ends by itself. */
  readonly ended: (name: string) => Promise<never>;
  readonly stop: () => Promise<void>;
}

/** Programs whose logs are kept in the folder, which goes with them when the proof is interrupted. */
export function startRunning(folder: string): Running {
  const children = new Map<string, ChildProcess>();
  const leaveNothing = () => {
    for (const child of children.values()) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const interrupted = () => {
    leaveNothing();
    process.exit(130);
  };
  process.once('exit', leaveNothing);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupted);
  return {
    start: (name, path, args, env = {}) => {
      const log = openSync(join(folder, `${name}.log`), 'a');
      const options = { stdio: ['ignore', log, log] as const, env: { ...process.env, ...env } };
      children.set(name, spawn(path, args, { ...options, stdio: [...options.stdio] }));
      closeSync(log);
    },
    ended: (name) =>
      new Promise((_, reject) => {
        const fail = () => reject(new Error(`${name} ended: ${lastLines(join(folder, `${name}.log`))}`));
        const child = children.get(name);
        if (child === undefined || child.exitCode !== null) fail();
        child?.once('exit', fail);
        child?.once('error', fail);
      }),
    stop: async () => {
      for (const child of [...children.values()].reverse()) await stopped(child);
      process.removeListener('exit', leaveNothing);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.removeListener(signal, interrupted);
      }
    },
  };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function lastLines(path: string): string {
  return readFileSync(path, 'utf8').trim().split('\n').slice(-6).join('\n');
}
