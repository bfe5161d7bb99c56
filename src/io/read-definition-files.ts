import { readFileSync, statSync } from 'node:fs';
import { filesIn } from './folders.ts';
import { refused, UsageError } from './usage-error.ts';

const UNREADABLE = 'the definitions cannot be read';

/** A file of YAML or JSON, as it is. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Files of custom resource definitions, and all YAML and JSON files in folders. Throws a UsageError when one cannot be read, or a folder holds none. */
export function readDefinitionFiles(paths: readonly string[]): readonly TextFile[] {
  const read = (path: string) => refused(UNREADABLE, () => readFileSync(path, 'utf8'));
  return paths.flatMap(filesAt).map((path) => ({ path, text: read(path) }));
}

function filesAt(path: string): readonly string[] {
  const found = refused(UNREADABLE, () => statSync(path));
  if (!found.isDirectory()) return [path];
  const files = filesIn(path).filter((name) => /\.(ya?ml|json)$/.test(name));
  if (files.length > 0) return files.map((name) => `${path}/${name}`);
  throw new UsageError(`${path} holds no YAML file with custom resource definitions`);
}
