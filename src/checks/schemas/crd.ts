import { formats } from '@kubernetes-models/validate';
import { Ajv } from 'ajv';
import { definitionsIn, problemOf, servedVersions } from './crd-definition.ts';
import type { CrdFile, CrdProblem } from './crd-error.ts';
import type { Flaw, Schema } from './schema.ts';
import { type JsonSchema, strictSchema } from './strict-schema.ts';
import { flawsOf } from './validator-flaws.ts';

/** The kinds that files define, by `apiVersion kind`, and the documents that define none. */
export interface DefinedKinds {
  readonly byKind: ReadonlyMap<string, Schema>;
  readonly problems: readonly CrdProblem[];
}

/**
 * The kinds CustomResourceDefinitions define, each version that is served. CEL rules (`x-kubernetes-validations`) are
 * not evaluated.
 */
export function crdSchemas(files: readonly CrdFile[]): DefinedKinds {
  const byKind = new Map<string, Schema>();
  const problems: CrdProblem[] = [];
  for (const { file, document, definition } of files.flatMap(definitionsIn)) {
    const message = problemOf(definition);
    if (message !== undefined) problems.push({ file, document, message });
    else for (const { key, schema } of servedVersions(definition)) byKind.set(key, crdSchema(schema));
  }
  return { byKind, problems };
}

const NONE: readonly Flaw[] = [];

/** A kind as a definition has it. Compiled when the first object of the kind comes: a cluster has hundreds of definitions, a platform uses a few. */
export function crdSchema(schema: JsonSchema): Schema {
  let validate: ReturnType<typeof compile> | undefined;
  return (object) => {
    validate ??= compile(schema);
    return validate(object) ? NONE : flawsOf(object, validate.errors ?? []);
  };
}

function compile(schema: JsonSchema) {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false, unicodeRegExp: false });
  // The formats that API servers enforce, and everybody in the same way.
  for (const name of ['int32', 'byte', 'date-time']) {
    const format = formats[name];
    if (format !== undefined) ajv.addFormat(name, format);
  }
  return ajv.compile(strictSchema(schema));
}
