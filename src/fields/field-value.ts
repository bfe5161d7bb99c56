import { isMap } from '../maps/is-map.ts';
import { readDocuments } from '../yaml/read-documents.ts';
import type { FieldStep } from './field-path.ts';

/**
 * What the steps lead to: one value, or none or several when a step is wrong about what is there. A step into a text reads it
 * as YAML, since a ConfigMap holds whole files, of which JSON is YAML too; one that is none has lines.
 */
export function follow(object: unknown, steps: readonly FieldStep[]): readonly unknown[] {
  return steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => next(opened(value), step)),
    [object],
  );
}

/** The map or list that a text holds as a file; undefined where it is not one document of YAML. */
export function documentIn(text: string): unknown {
  try {
    if (text.startsWith('{')) return JSON.parse(text);
    const documents = readDocuments(text);
    const [only] = documents;
    return documents.length === 1 && typeof only === 'object' ? only : undefined;
  } catch {
    return undefined;
  }
}

function opened(value: unknown): unknown {
  return typeof value === 'string' ? (documentIn(value) ?? value) : value;
}

function next(value: unknown, step: FieldStep): readonly unknown[] {
  if ('key' in step) {
    return isMap(value) && Object.hasOwn(value, step.key) ? [value[step.key]] : [];
  }
  if (typeof value === 'string' && 'index' in step)
    return value.split('\n').slice(step.index, step.index + 1);
  if (!Array.isArray(value)) return [];
  if ('index' in step) return value.slice(step.index, step.index + 1);
  return value.filter((item) => isMap(item) && (item['name'] ?? item['key'] ?? item['type']) === step.item);
}
