import { formats } from '@kubernetes-models/validate';
import { Ajv, type Options } from 'ajv';
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
  return compiledOnce(() => compile(schema, {}));
}

/** The same of a schema that is written here: whether it is one is a matter of tests, and would take longer than all its objects. */
export function writtenSchema(schema: JsonSchema): Schema {
  return compiledOnce(() => compile(schema, { validateSchema: false, meta: false }));
}

function compiledOnce(compiled: () => ReturnType<typeof compile>): Schema {
  let validate: ReturnType<typeof compile> | undefined;
  return (object) => {
    validate ??= compiled();
    return validate(object) ? NONE : flawsOf(object, validate.errors ?? []);
  };
}

function compile(schema: JsonSchema, options: Options) {
  const own = { allErrors: true, verbose: true, strict: false, logger: false, unicodeRegExp: false } as const;
  const ajv = new Ajv({ ...own, ...options });
  // The formats that API servers enforce, and everybody in the same way.
  for (const name of ['int32', 'byte', 'date-time']) {
    const format = formats[name];
    if (format !== undefined) ajv.addFormat(name, format);
  }
  return ajv.compile(strictSchema(schema));
}
