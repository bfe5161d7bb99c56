import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { settle } from './clear-folder.ts';

/** Where the new content of a folder waits, or its old one, under a name that no other run uses. */
export function besideName(folder: string, kind: 'new' | 'old', run: string | number = process.pid): string {
  return join(dirname(folder), `.${basename(folder)}.${kind}-${run}.charthouse`);
}

/** Removes what runs left below a folder when they were killed, and puts back what they had just moved away. */
export function recover(parent: string): void {
  if (!existsSync(parent)) return;
  // `new` comes before `old`.
  for (const name of readdirSync(parent).sort()) {
    const [, folder, kind, pid] = BESIDE.exec(name) ?? [];
    if (folder === undefined || isRunning(Number(pid))) continue;
    if (kind === 'new') rmSync(join(parent, name), { recursive: true, force: true });
    else putBack(join(parent, name), join(parent, folder));
  }
}

const BESIDE = /^\.(.+)\.(new|old)-([0-9]+)(?:-[0-9]+)?\.charthouse$/;

function putBack(old: string, folder: string): void {
  if (existsSync(folder)) settle(old, folder);
  else renameSync(old, folder);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
