import type { ManifestObject } from '../../model/manifest.ts';
import type { Flaw, Schema } from './schema.ts';
import { strayFieldsBy } from './stray-fields.ts';
import { flawsOf, type ValidatorError } from './validator-flaws.ts';

/** A class of `kubernetes-models` and its relatives. */
export interface KindModel {
  /** Throws an error that holds the validator's, about the object it is called upon, whatever class that has. */
  readonly prototype: { validate(): void };
}

/**
 * The schema of a kind that a package has. The package's validator says what is wrong with the fields it knows, and
 * what it asks for says which these are. `newer` are paths of fields that came after the package.
 */
export function modelSchema({ prototype }: KindModel, newer: readonly string[] = []): Schema {
  const validate = prototype.validate;
  const strayFields = strayFieldsBy((standIn) => errorsOf(validate, standIn));
  return (object) => {
    const errors = errorsOf(validate, hasPlainMetadata(object) ? { ...object, metadata: PLAIN } : object);
    const stray = strayFields(object).filter(
      ({ field }) => !newer.includes(field.replace(/\[[^\]]*\]/g, '')),
    );
    return errors.length === 0 ? stray : together(stray, flawsOf(object, errors));
  };
}

/** Validators spend a third of their time on labels and annotations, of which this says as much. */
function hasPlainMetadata({ metadata }: ManifestObject): boolean {
  for (const key in metadata) {
    if (!(PLAIN_FIELDS.get(key)?.(metadata[key as keyof typeof metadata]) ?? false)) return false;
  }
  return true;
}

const isText = (value: unknown) => typeof value === 'string';

const PLAIN = { name: 'plain' };
const PLAIN_FIELDS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['name', isText],
  ['namespace', isText],
  ['labels', areTexts],
  ['annotations', areTexts],
]);

function areTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    if (typeof (value as Readonly<Record<string, unknown>>)[key] !== 'string') return false;
  }
  return true;
}

const NONE: readonly ValidatorError[] = [];

function errorsOf(validate: () => void, object: unknown): readonly ValidatorError[] {
  try {
    validate.call(object as ManifestObject);
    return NONE;
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return error.errors as readonly ValidatorError[];
    throw error;
  }
}

/** Of a field that both tell about, only the first is told: a null is not also of a wrong type. */
function together(stray: readonly Flaw[], wrong: readonly Flaw[]): readonly Flaw[] {
  const told = new Set(stray.map(({ field }) => field));
  return [...stray, ...wrong.filter(({ field }) => !told.has(field))];
}
