import type { CrdFile } from '../checks/schemas/crd-error.ts';
import { readDefinitionFiles } from '../io/read-definition-files.ts';
import { UsageError } from '../io/usage-error.ts';
import { readDocuments } from '../yaml/read-documents.ts';

/**
 * The documents of files of custom resource definitions, and of all YAML and JSON files in folders of them. Throws a
 * UsageError when one cannot be read, or a folder holds none.
 */
export function readCrds(paths: readonly string[]): readonly CrdFile[] {
  return readDefinitionFiles(paths).map(({ path, text }) => ({
    file: path,
    documents: documentsIn(path, text),
  }));
}

function documentsIn(path: string, text: string): readonly unknown[] {
  try {
    return readDocuments(text);
  } catch (error) {
    throw new UsageError(`${path} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
}
