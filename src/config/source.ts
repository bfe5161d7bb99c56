import { INPUT_LIMIT, type InputFile } from '../model/input-file.ts';
import { positionsOf, syntaxErrors } from '../yaml/positions.ts';
import { readYaml, YamlError } from '../yaml/read.ts';
import { ConfigError, type Problem } from './problem.ts';

/** A path within a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A map of a YAML document. */
export type YamlMap = Readonly<Record<string, unknown>>;

/** A file that holds a YAML map, with the place of everything in it. */
export interface Source {
  readonly path: string;
  readonly root: YamlMap;
  /** Place of a key or a value; undefined when the file has no such path. Costs a second parse, once. */
  readonly place: (
    path: Path,
    what: 'key' | 'value',
  ) => { readonly line: number; readonly column: number } | undefined;
}

/** Reads a file of the input. Throws a ConfigError with everything wrong with its text. */
export function readSource(file: InputFile): Source {
  const text = decode(file);
  const root = parse(file, text);
  if (!isMap(root)) {
    const found = Array.isArray(root) ? 'a list' : `${JSON.stringify(root)}`;
    throw wholeFile(
      file,
      `expected a map of sections, found ${found}`,
      'start with `platform:` or `environment:`',
    );
  }
  let positions: ReturnType<typeof positionsOf> | undefined;
  return {
    path: file.path,
    root,
    place: (path, what) => {
      positions ??= positionsOf(text);
      return positions(path, what);
    },
  };
}

/** Whether a value is a YAML map. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(file: InputFile): string {
  if (file.bytes.length > INPUT_LIMIT) {
    const limit = INPUT_LIMIT / 1024 / 1024;
    throw wholeFile(file, `the file is larger than ${limit} MiB`, 'check that it is the file you meant');
  }
  if (file.bytes.includes(0)) throw wholeFile(file, 'expected YAML text, found binary data');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    throw wholeFile(file, 'expected text in UTF-8, found other bytes', 'save the file as UTF-8');
  }
}

function parse(file: InputFile, text: string): unknown {
  try {
    const value = readYaml(text);
    if (value === undefined || value === null) throw wholeFile(file, 'the file is empty');
    return value;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const found = syntaxErrors(text);
    throw new ConfigError((found.length > 0 ? found : [error]).map((fault) => syntaxProblem(file, fault)));
  }
}

function syntaxProblem(file: InputFile, fault: YamlError): Problem {
  const { line, column, message } = fault;
  return { file: file.path, line, column, path: '', message, fix: undefined };
}

function wholeFile(file: InputFile, message: string, fix?: string): ConfigError {
  return new ConfigError([{ file: file.path, line: 0, column: 0, path: '', message, fix }]);
}
