import type { UnrenderedFolder } from './unrendered-folders.ts';

/** What became of a folder of output: `stale` when it was only looked at and is not what the input renders. */
export type FolderState = 'written' | 'unchanged' | 'stale';

/** A folder of output, with the files in it that were concerned; paths relative to the folder. */
export interface FolderResult {
  readonly folder: string;
  /** Name of the output. */
  readonly format: string;
  /** Undefined for a folder of all platforms. */
  readonly platform: string | undefined;
  readonly objects: number;
  readonly files: number;
  readonly state: FolderState;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files that Charthouse did not make. They are left where they are. */
  readonly foreign: readonly string[];
}

/** What a run of `synth` did, or with `--check` would do. */
export interface SynthResult {
  readonly outputs: readonly FolderResult[];
  /** Folders that the input rendered once and does not any more. */
  readonly removed: readonly string[];
  /** Files in those that Charthouse did not make. They are left where they are. */
  readonly left: readonly string[];
  /** Folders that the run is not about. */
  readonly others: readonly UnrenderedFolder[];
}

/**
 * Foreign files that count: a cluster gets YAML and JSON of a folder it is given, whoever wrote them. Hidden files of
 * other kinds are those that desktops and editors drop everywhere.
 */
export function countingForeign(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !/(^|\/)\.[^/]*$/.test(path) || /\.(ya?ml|json)$/.test(path));
}

/** Whether a folder is what the input renders. */
export function isFresh({ outputs, removed }: SynthResult): boolean {
  return (
    removed.length === 0 &&
    outputs.every(({ state, foreign }) => state !== 'stale' && countingForeign(foreign).length === 0)
  );
}
