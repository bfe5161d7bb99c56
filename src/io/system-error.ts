/** What the operating system refused, as node:fs and node:child_process throw it. */
export type SystemError = NodeJS.ErrnoException & { readonly code: string; readonly syscall: string };

/** Whether an error comes from the operating system, and so not from a fault of ours. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Which path was refused, why, and what to do about it: `dist/helm: permission denied (EACCES); ...`. */
export function systemErrorText(error: SystemError): string {
  const [what, fix] = WORDS[error.code] ?? [error.message, undefined];
  const { dest } = error as { readonly dest?: string };
  const paths = [error.path, dest].filter((path) => path !== undefined).map(published);
  const subject = [...new Set(paths)].join(' to ') || error.syscall;
  return `${subject}: ${what} (${error.code})${fix === undefined ? '' : `; ${fix}`}`;
}

/** New content waits beside its folder, under a name that nobody needs to know. */
function published(path: string): string {
  return path.replace(/(^|[\\/])\.([^\\/]+)\.(?:new|old)-[0-9-]+\.charthouse(?=$|[\\/])/, '$1$2');
}

const RIGHTS = 'give the one who runs this the right to it and to the folder it is in, or say another folder';
const ELSEWHERE = 'move it elsewhere, or say another folder';
const OPEN_FILES = 'raise the limit with ulimit -n, or end what keeps files open';

/** What the codes mean that files and folders can give (errno(3)), and what to do. */
const WORDS: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  EACCES: ['permission denied', RIGHTS],
  EPERM: ['not permitted', RIGHTS],
  EROFS: ['the file system is read-only', 'say another folder'],
  ENOSPC: ['no space left on the device', 'make room, and run again'],
  EDQUOT: ['the disk quota is used up', 'make room, and run again'],
  EFBIG: ['too large for this file system', 'say another folder'],
  ENOENT: ['no such file or folder', 'look whether it is spelt right, and still there'],
  ENOTDIR: ['a file is where a folder has to be', ELSEWHERE],
  EISDIR: ['a folder is where a file has to be', ELSEWHERE],
  EEXIST: ['something is there already', ELSEWHERE],
  ENOTEMPTY: ['something is in it', 'look whether another program writes there, and run again'],
  EBUSY: ['in use', 'end what uses it, and run again'],
  ETXTBSY: ['in use', 'end what uses it, and run again'],
  ELOOP: ['links lead in a circle', 'remove one of them'],
  ENAMETOOLONG: [
    'the name is too long for this file system',
    'say a shorter folder, or shorten names of the input',
  ],
  EMFILE: ['too many open files', OPEN_FILES],
  ENFILE: ['too many open files', OPEN_FILES],
  EXDEV: ['on another file system', 'say a folder that is on one'],
  EIO: ['the device failed', 'look at the disk'],
  ENOMEM: ['no memory left', 'end other programs, and run again'],
  EPIPE: ['nobody reads it any more', 'run again'],
};
