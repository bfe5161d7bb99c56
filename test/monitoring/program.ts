import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program that runs until it is stopped, and what it wrote so far. */
export interface Running {
  readonly written: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts a program, which may be the last of several words. */
export function start([program = '', ...words]: readonly string[], args: readonly string[]): Running {
  const child = spawn(program, [...words, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { written: () => text, stop: () => stopped(child) };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Listens on a free port of this machine. */
export function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** How long somebody waits, in seconds: longer than any load takes, so that only what never comes fails. */
const PATIENCE = 600;

/** Asks every quarter of a second until there is an answer; fails when none ever comes, saying what was waited for. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE * 1000;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
