import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject } from 'vitest';

/** The bundled command line, as people run it. */
export const PROGRAM = inject('program');

/** A folder of its own for each test, with a copy of this repository's input, and what tests do there. */
export function useWorkspace() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'charthouse-'));
    cpSync('environments', join(folder, 'environments'), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (relative: string) => join(folder, relative);
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(path(file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(path(file), text.replace(from, to));
  };
  return {
    path,
    /** Has there what is committed, as a run before would have left it: `dist` or `docs/runbooks`. */
    havePast: (output: string) => cpSync(output, path(output), { recursive: true }),
    /** Replaces the first place of a text in a file. */
    change,
    /** The same in a file of the input. */
    edit: (file: string, from: string, to: string) => change(`environments/mindflow/${file}`, from, to),
    /** Runs the command line there, without colours, whatever the terminal or CI asks for. */
    charthouse: (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
      const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...environment };
      const options = { cwd: folder, encoding: 'utf8', env } as const;
      return spawnSync(process.execPath, [PROGRAM, ...args], options);
    },
  };
}

/** Every file below a folder with its text. */
export function contentOf(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}
