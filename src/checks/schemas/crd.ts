import { definitionsIn, problemOf, servedVersions } from './crd-definition.ts';
import type { CrdFile, CrdProblem } from './crd-error.ts';
import { customSchema } from './kind-schema.ts';
import { rulesFor } from './rules-for.ts';
import type { Schema } from './schema.ts';
import { scopeOf } from './shape.ts';

/** The kinds that files define, by `apiVersion kind`, and the documents that define none. */
export interface DefinedKinds {
  readonly byKind: ReadonlyMap<string, Schema>;
  readonly problems: readonly CrdProblem[];
}

/** The kinds CustomResourceDefinitions define, each version that is served. */
export async function crdSchemas(files: readonly CrdFile[]): Promise<DefinedKinds> {
  const byKind = new Map<string, Schema>();
  const problems: CrdProblem[] = [];
  const scope = scopeOf({}, 0, await rulesFor(files));
  for (const { file, document, definition } of files.flatMap(definitionsIn)) {
    const message = problemOf(definition);
    if (message !== undefined) problems.push({ file, document, message });
    else
      for (const { key, schema } of servedVersions(definition)) byKind.set(key, customSchema(schema, scope));
  }
  return { byKind, problems };
}
