import { itemsOf } from '../fields/changed-fields.ts';
import { type FieldPath, type FieldStep, fieldPath, pathsAround, readSteps } from '../fields/field-path.ts';
import { follow } from '../fields/field-value.ts';
import type { ObjectReference } from '../model/finding.ts';
import type { ManifestObject } from '../model/manifest.ts';
import type { Question } from './decided-by.ts';
import { objectChanges } from './object-changes.ts';
import type { Variant } from './variants.ts';

/** A field of a rendered object. */
export interface RenderedField {
  /** Name of the file, without folder and extension: `web`, `_mesh`. */
  readonly file: string;
  readonly object: ObjectReference;
  readonly field: FieldPath;
}

/** What can be asked about a field. */
export interface FieldQuestion extends Question {
  readonly file: string;
  /** Whether the field is there, and one value. */
  readonly isValue: boolean;
  /** Whether a variant has the field no longer, or what is nearest around it where it is not there. */
  readonly isLost: (variant: Variant) => boolean | undefined;
  /** How many fields of its object a variant changes; infinitely many where it has no such object. */
  readonly breadthIn: (change: { readonly variant: Variant }) => number;
}

/** Makes questions for fields of an environment; none for an object that it does not render. */
export function fieldQuestions(base: Variant): (field: RenderedField) => FieldQuestion | undefined {
  const comparing = new Map<string, ReturnType<typeof objectChanges>>();
  return ({ file, object: reference, field }) => {
    const object = base.objects(file)?.find((candidate) => isOf(reference, candidate));
    if (!object) return undefined;
    const changesOf = comparing.get(file) ?? objectChanges(file, base);
    comparing.set(file, changesOf);
    const { path, isValue } = nearestIn(object, field);
    const around = pathsAround(path);
    return {
      file,
      isValue,
      isMoved: (variant) => {
        const changes = changesOf(object, variant);
        return changes && (changes.around.has(path) || around.some((outer) => changes.fields.has(outer)));
      },
      isLost: (variant) => {
        const changes = changesOf(object, variant);
        if (path === '') return changes?.isLost;
        return (
          changes &&
          around.some((outer) => changes.fields.has(outer)) &&
          !isIn(object, path, variant.objects(file))
        );
      },
      breadthIn: ({ variant }) => {
        const changes = changesOf(object, variant);
        return changes?.isLost ? Number.POSITIVE_INFINITY : (changes?.fields.size ?? 0);
      },
    };
  };
}

/** Whether a field is still there; in an object of another kind too, as a Rollout may have become a Deployment. */
function isIn({ metadata }: ManifestObject, path: FieldPath, others: Objects): boolean {
  const steps = readSteps(path);
  const named = others?.filter((other) => other.metadata.name === metadata.name) ?? [];
  return named.some((other) => follow(other, steps).length > 0);
}

type Objects = ReturnType<Variant['objects']>;

function isOf({ kind, namespace, name }: ObjectReference, object: ManifestObject): boolean {
  return object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace;
}

/** How far a path leads into an object, with the names that `changedFields` has for items. */
function nearestIn(
  object: ManifestObject,
  field: FieldPath,
): { readonly path: FieldPath; readonly isValue: boolean } {
  let path = '';
  let value: unknown = object;
  for (const step of readSteps(field)) {
    const [next] = follow(value, [step]);
    if (next === undefined) return { path, isValue: false };
    path = stepped(path, value, step, next);
    value = next;
  }
  return { path, isValue: typeof value !== 'object' };
}

function stepped(path: FieldPath, value: unknown, step: FieldStep, next: unknown): FieldPath {
  if ('key' in step) return fieldPath(path, step.key);
  if (!Array.isArray(value)) return `${path}[${'index' in step ? step.index : step.item}]`;
  const [key] = [...itemsOf(value)].find(([, item]) => item === next) ?? [String(value.indexOf(next))];
  return `${path}[${key}]`;
}
