import type { z } from 'zod';
import { exception } from '../config/schema/checking.ts';
import { documentSchema } from '../config/schema/document.ts';
import { externalSchema, resourceSchema } from '../config/schema/resource.ts';
import { serviceSchema } from '../config/schema/service.ts';
import { isMap, type Path, type YamlMap } from '../config/source.ts';
import { type Change, changedDocument } from './changed-document.ts';
import { otherValues } from './other-values.ts';
import type { Scalar } from './scalars.ts';

/** A scalar and what is written in its place to see what it decides. */
export interface Choice {
  readonly scalar: Scalar;
  readonly change: Change;
  /** The other values there are to try, where that one is only right beside other changes. */
  readonly others: readonly unknown[];
  /** It is one of a few words, so another changes much: what is there at all, and what other values mean. */
  readonly isSwitch: boolean;
}

/**
 * Another value for every scalar, one that its schema takes if there is any. All are tried at once, as each try is a
 * parse of the document.
 */
export function chosenValues(
  merged: YamlMap,
  scalars: readonly Scalar[],
  settle: (document: YamlMap) => YamlMap,
): readonly Choice[] {
  const attempts = new Map(scalars.map((scalar) => [scalar.path.join('.'), attemptAt(scalar)]));
  const issuesIn = remembering();
  const faultsWith = (changes: readonly Change[]) => issuesIn(settle(changedDocument(merged, changes)));
  const all = [...attempts.values()];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!isAnyAdvanced(faultsWith(all.map(changeOf)), attempts)) break;
  }
  const blamed = faultsWith(all.map(changeOf));
  for (const attempt of all) {
    if (blamed.some(({ path }) => isAround(path, attempt.scalar.path))) settleAlone(attempt, faultsWith);
  }
  return all.map((attempt) => {
    const { scalar, isSwitch, candidates } = attempt;
    return { scalar, change: changeOf(attempt), others: candidates, isSwitch };
  });
}

/** Takes the next value wherever one is at fault; false where there is none to take. */
function isAnyAdvanced(faults: readonly Fault[], attempts: ReadonlyMap<string, Attempt>): boolean {
  const advanced = faults.filter(({ path, values }) => {
    const attempt = attempts.get(path.join('.'));
    return attempt !== undefined && advance(attempt, values);
  });
  return advanced.length > 0;
}

const ROUNDS = 12;

interface Attempt {
  readonly scalar: Scalar;
  candidates: readonly unknown[];
  at: number;
  isSwitch: boolean;
}

function attemptAt(scalar: Scalar): Attempt {
  return {
    scalar,
    candidates: otherValues(scalar.value),
    at: 0,
    isSwitch: typeof scalar.value === 'boolean',
  };
}

function changeOf({ scalar, candidates, at }: Attempt): Change {
  return { path: scalar.path, value: candidates[at] ?? candidates[0] };
}

function advance(attempt: Attempt, values: readonly unknown[] | undefined): boolean {
  if (values && !attempt.isSwitch) {
    attempt.candidates = values.filter((value) => value !== attempt.scalar.value);
    attempt.at = 0;
    attempt.isSwitch = true;
    return attempt.candidates.length > 0;
  }
  attempt.at += 1;
  return attempt.at < attempt.candidates.length;
}

/** The first that is right alone; where none is, the first there is, which shows what it decides all the same. */
function settleAlone(attempt: Attempt, faultsWith: (changes: readonly Change[]) => readonly Fault[]): void {
  for (attempt.at = 0; attempt.at < attempt.candidates.length; attempt.at += 1) {
    if (faultsWith([changeOf(attempt)]).length === 0) return;
  }
  attempt.at = 0;
  attempt.isSwitch = true;
}

function isAround(outer: Path, inner: Path): boolean {
  return outer.every((step, index) => String(step) === String(inner[index]));
}

interface Fault {
  readonly path: Path;
  /** The words that can stand there, where there are few. */
  readonly values: readonly unknown[] | undefined;
}

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  services: serviceSchema,
  resources: resourceSchema,
  externals: externalSchema,
  exceptions: exception,
};

function remembering(): (document: YamlMap) => readonly Fault[] {
  const known = new WeakMap<object, readonly Fault[]>();
  const faultsOf = (schema: z.ZodType, value: unknown, at: Path): readonly Fault[] => {
    const own = isMap(value) ? known.get(value) : undefined;
    const faults = own ?? (schema.safeParse(value).error?.issues ?? []).map((issue) => faultOf(issue, at));
    if (isMap(value)) known.set(value, faults);
    return faults;
  };
  return (document) =>
    Object.entries(document).flatMap(([section, value]) => {
      const ofEntry = SCHEMAS[section];
      if (ofEntry && isMap(value)) {
        return Object.entries(value).flatMap(([name, entry]) => faultsOf(ofEntry, entry, [section, name]));
      }
      const schema = (documentSchema.shape as Readonly<Record<string, z.ZodType>>)[section];
      return schema ? faultsOf(schema, value, [section]) : [];
    });
}

function faultOf(issue: z.core.$ZodIssue, at: Path): Fault {
  const values = issue.code === 'invalid_value' ? issue.values : undefined;
  return { path: [...at, ...(issue.path as Path)], values };
}
