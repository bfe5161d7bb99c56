import { type InputFile, MANIFESTS } from '../../model/input-file.ts';
import { placesIn } from '../../yaml/places.ts';
import { readStream, YamlError } from '../../yaml/read.ts';
import { syntaxErrors } from '../../yaml/syntax-errors.ts';
import { decodeText } from '../decode-text.ts';
import { ConfigError, wholeFile } from '../problem.ts';
import { refusePrototypes, type Source, syntaxProblem, type YamlMap } from '../source.ts';
import { refuseUncarried } from '../uncarried-text.ts';

/** A file of objects of the user's own. */
export interface OwnSource {
  readonly path: string;
  /** Without folder and ending. */
  readonly name: string;
  /** The one environment that has the objects; undefined where all have them. */
  readonly environment: string | undefined;
  /** The documents in it, each with its places; the root of one that is no object may be anything. */
  readonly documents: readonly Source[];
}

/** Reads a file of objects. Throws a ConfigError with everything wrong with its text. */
export function readOwnSource(file: InputFile): OwnSource {
  const text = decodeText(file);
  const roots = rootsOf(file, text);
  const places = placesIn(text);
  const documents = roots.map((root) => ({
    path: file.path,
    root: root.value as YamlMap,
    ...places(root),
  }));
  for (const document of documents) {
    if (/__proto__|\\/.test(text)) refusePrototypes(document);
    refuseUncarried(text, document);
  }
  return { path: file.path, documents, ...namesOf(file) };
}

/** What the name of a file says, below the platform's folder: `manifests/queues.yaml`, `manifests/dev/queues.yaml`. */
export function namesOf({ name }: InputFile): Pick<OwnSource, 'name' | 'environment'> {
  const steps = name.slice(MANIFESTS.length + 1).split('/');
  const environment = steps.length > 1 ? steps[0] : undefined;
  return { name: (steps.at(-1) ?? '').replace(/\.ya?ml$/, ''), environment };
}

function rootsOf(file: InputFile, text: string) {
  try {
    const { roots, errors } = readStream(text);
    if (errors.length > 0) throw new ConfigError(errors.map((fault) => syntaxProblem(file, fault)));
    if (roots.length > 0) return roots;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const faults = documentErrors(text);
    throw new ConfigError((faults.length > 0 ? faults : [error]).map((fault) => syntaxProblem(file, fault)));
  }
  throw wholeFile(file.path, 'the file is empty, or holds only comments', 'write it, or remove it');
}

/** The first error of syntax in each document: what follows it is often its consequence. */
function documentErrors(text: string): readonly YamlError[] {
  const lines = text.split(/\r\n|\r|\n/);
  const starts = [0, ...lines.flatMap((line, index) => (/^---(\s|$)/.test(line) ? [index + 1] : []))];
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? lines.length + 1) - 1;
    const alone = lines.map((line, at) => (at >= start && at < end ? line : ''));
    return syntaxErrors(alone.join('\n')).slice(0, 1);
  });
}
