import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Where a file's history is: links are followed, as git knows only what they lead to. */
export interface TrackedFile {
  /** Folder to run git in. */
  readonly folder: string;
  /** Path from the root of the repository. */
  readonly path: string;
}

/** A commit, and when it was made, in seconds since 1970. */
export interface Commit {
  readonly id: string;
  readonly seconds: number;
}

/** Why git could not answer: in its own words, or that there is none. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

const LARGEST_OUTPUT = 1024 ** 3;

/** Finds a file in its repository. Throws a GitError when it lies in none, and when there is no git. */
export function trackedFile(path: string): TrackedFile {
  const real = realpathSync(path);
  const folder = dirname(real);
  return {
    folder,
    path: git(folder, ['rev-parse', '--show-prefix']).toString().replace(/\n$/, '') + basename(real),
  };
}

/** The full id of the commit that a name means. Throws a GitError when there is none. */
export function resolveCommit({ folder }: TrackedFile, name: string): string {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  try {
    return git(folder, args).toString().trim();
  } catch (error) {
    if (error instanceof GitError && error.message === '') throw new GitError(`there is no commit ${name}`);
    throw error;
  }
}

/** Whether older commits were left out when the repository was cloned. */
export function isShallow({ folder }: TrackedFile): boolean {
  return git(folder, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
}

/** The commits that changed any of some files, newest first: of a merge, the merge itself and not what it brought. */
export function commitsOf(files: readonly TrackedFile[], from: string): readonly Commit[] {
  const [{ folder }] = files as [TrackedFile];
  const paths = files.map(({ path }) => `:(top,literal)${path}`);
  const printed = git(folder, ['rev-list', '--first-parent', '--timestamp', from, '--', ...paths]).toString();
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [seconds = '', id = ''] = line.split(' ');
      return { id, seconds: Number(seconds) };
    });
}

/** What files held at commits, in one run of git; undefined where a commit has no such file. */
export function contentsAt(
  requests: readonly { readonly file: TrackedFile; readonly commit: string }[],
): readonly (Uint8Array | undefined)[] {
  const [first] = requests;
  if (!first) return [];
  const input = requests.map(({ file, commit }) => `${commit}:${file.path}\n`).join('');
  const output = git(first.file.folder, ['cat-file', '--batch'], input);
  let at = 0;
  return requests.map(() => {
    const lineEnd = output.indexOf('\n', at);
    const [, type, size] = /^[0-9a-f]+ ([a-z]+) ([0-9]+)$/.exec(output.toString('utf8', at, lineEnd)) ?? [];
    const start = lineEnd + 1;
    at = size === undefined ? start : start + Number(size) + 1;
    return type === 'blob' ? output.subarray(start, at - 1) : undefined;
  });
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  const run = spawnSync('git', args, { cwd: folder, input, maxBuffer: LARGEST_OUTPUT });
  if (run.error) {
    const isAbsent = (run.error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new GitError(isAbsent ? 'there is no git on PATH' : run.error.message);
  }
  if (run.status !== 0) throw new GitError(run.stderr.toString().trim());
  return run.stdout;
}
