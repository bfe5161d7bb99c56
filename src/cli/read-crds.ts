import { readFileSync, statSync } from 'node:fs';
import type { CrdFile } from '../checks/schemas/crd-error.ts';
import { filesIn } from '../io/folders.ts';
import { readDocuments } from '../yaml/read-documents.ts';
import { refused, UsageError } from './usage-error.ts';

/**
 * The documents of files of custom resource definitions, and of all YAML and JSON files in folders of them. Throws a
 * UsageError when one cannot be read, or a folder holds none.
 */
export function readCrds(paths: readonly string[]): readonly CrdFile[] {
  return paths.flatMap(filesAt).map((file) => ({ file, documents: documentsIn(file) }));
}

function filesAt(path: string): readonly string[] {
  const found = refused('the definitions cannot be read', () => statSync(path));
  if (!found.isDirectory()) return [path];
  const files = filesIn(path).filter((name) => /\.(ya?ml|json)$/.test(name));
  if (files.length > 0) return files.map((name) => `${path}/${name}`);
  throw new UsageError(`${path} holds no YAML file with custom resource definitions`);
}

function documentsIn(file: string): readonly unknown[] {
  const text = refused('the definitions cannot be read', () => readFileSync(file, 'utf8'));
  try {
    return readDocuments(text);
  } catch (error) {
    throw new UsageError(`${file} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
}
