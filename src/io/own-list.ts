import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { FolderError } from './folder-error.ts';

/** Name of the list that is written into each folder: what is in the folder and not in its list is somebody else's. */
export const LIST = '.charthouse';

/** Who renders a folder: a platform of a folder of input, or all of it. */
export interface Maker {
  /** The folder of input, as it was said. */
  readonly input: string;
  readonly platform: string | undefined;
}

/** What a list says. */
export interface OwnList {
  /** The folder of input, absolute. Undefined where the list does not say it. */
  readonly input: string | undefined;
  /** Files that were made, relative to the folder. */
  readonly files: ReadonlySet<string>;
}

/** The text of the list of a folder. It names the input relative to the folder, so that a repository can be moved. */
export function listText(folder: string, { input }: Maker, files: readonly string[]): string {
  const from = portable(relative(realFolder(folder), realFolder(input)));
  return `${HEAD}${INPUT}${from}\n${[...files].sort().join('\n')}\n`;
}

/** The list of a folder; undefined when it has none. Throws an FolderError for one that names what is not below it. */
export function readList(folder: string): OwnList | undefined {
  const path = join(folder, LIST);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  // Both sides of a merge were made here, so a list that Git could not merge is good as it is.
  const entries = lines.filter((line) => line !== '' && !/^(#|<{7}|={7}|>{7}|\|{7})/.test(line));
  const input = entries.find((line) => line.startsWith(INPUT))?.slice(INPUT.length);
  const files = entries.filter((line) => !line.startsWith(INPUT));
  const outside = files.find((file) => /^\/|\\|(^|\/)\.{0,2}(\/|$)/.test(file));
  if (outside !== undefined) {
    throw new FolderError(
      `${path} names ${outside}, which is no file below it; bring it back from Git, or remove it`,
    );
  }
  return {
    input: input === undefined ? undefined : resolve(realFolder(folder), input),
    files: new Set(files),
  };
}

/** Whether a list was made from an input. */
export function isOf({ input }: OwnList, maker: Pick<Maker, 'input'>): boolean {
  return input === realFolder(maker.input);
}

/**
 * Throws an FolderError when a folder is what another input renders. An input that is gone, or no longer has the
 * platform, has most likely been moved.
 */
export function assertMaker(folder: string, list: OwnList | undefined, maker: Maker): void {
  if (list?.input === undefined || isOf(list, maker)) return;
  if (!existsSync(join(list.input, maker.platform ?? ''))) return;
  const other = portable(relative('.', list.input));
  const also = maker.platform === undefined ? 'is there' : `has a platform ${maker.platform}`;
  throw new FolderError(
    `${folder} is rendered from ${other}, which ${also} too; say another --output for one of them`,
  );
}

const HEAD =
  '# What Charthouse made in this folder. It replaces and removes these files and no others: keep the list in Git.\n';
const INPUT = 'input: ';

/** Of a folder that is not there yet, what it will be. */
function realFolder(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path)) return realpathSync(path);
  const parent = resolve(path, '..');
  return parent === path ? path : join(realFolder(parent), path.slice(parent.length));
}

function portable(path: string): string {
  return path.replaceAll('\\', '/');
}
