import { type DataMap, isMap } from '../maps/is-map.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Node } from '../yaml/node.ts';
import { type Places, placesOf } from '../yaml/places.ts';
import { readNodes, YamlError } from '../yaml/read.ts';
import { syntaxErrors } from '../yaml/syntax-errors.ts';
import { decodeText } from './decode-text.ts';
import { ConfigError, type Problem, wholeFile } from './problem.ts';
import { shown } from './shown.ts';
import { syntaxFix } from './syntax-fix.ts';
import { refuseUncarried } from './uncarried-text.ts';

/** A path within a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A map of a YAML document. */
export type YamlMap = DataMap;

export { isMap };

/** A file that holds a YAML map, with the place of everything in it. */
export interface Source extends Places {
  readonly path: string;
  readonly root: YamlMap;
}

/** Reads a file of the input. Throws a ConfigError with everything wrong with its text. */
export function readSource(file: InputFile): Source {
  const text = decodeText(file);
  const root = parse(file, text);
  if (!isMap(root.value)) {
    const fix = `start with \`${file.name === 'platform.yaml' ? 'platform' : 'environment'}: NAME\``;
    throw wholeFile(file.path, `expected a map of sections, found ${shown(root.value)}`, fix);
  }
  const source = sourceOf(file, text, root);
  if (/__proto__|\\/.test(text)) refusePrototypes(source);
  refuseUncarried(text, source);
  return source;
}

function parse(file: InputFile, text: string): Node {
  try {
    const { root, errors } = readNodes(text);
    if (errors.length > 0) throw new ConfigError(errors.map((fault) => syntaxProblem(file, fault)));
    if (root !== undefined && root.value !== null) return root;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // What follows an error of syntax is often its consequence, so only the first is told.
    throw new ConfigError([syntaxProblem(file, syntaxErrors(text)[0] ?? error)]);
  }
  throw wholeFile(file.path, 'the file is empty, or holds only comments', 'write it, or remove it');
}

/** An error of YAML as a problem of its file. */
export function syntaxProblem(file: InputFile, fault: YamlError): Problem {
  const { line, column, message } = fault;
  return { file: file.path, line, column, path: '', message, fix: syntaxFix(message) };
}

/** A file that has been read: the text that its places are in, and the map that it holds. */
export function sourceOf({ path }: InputFile, text: string, root: Node): Source {
  return { path, root: root.value as YamlMap, ...placesOf(text, root) };
}

/** Refuses a key `__proto__`: it would change what every map of JavaScript holds; nothing of Kubernetes has that name. */
export function refusePrototypes(source: Source): void {
  const problems: Problem[] = [];
  for (const path of pathsTo('__proto__', source.root, [])) {
    const place = source.place(path, 'key') ?? { line: 1, column: 1 };
    const message = '`__proto__` cannot be a name';
    problems.push({ file: source.path, ...place, path: path.join('.'), message, fix: 'choose another name' });
  }
  if (problems.length > 0) throw new ConfigError(problems);
}

function pathsTo(key: string, value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, child]) => [
    ...(step === key ? [[...path, step]] : []),
    ...pathsTo(key, child, [...path, step]),
  ]);
}
