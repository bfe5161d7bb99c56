import { applyPatch } from 'rfc6902';
import type { ManifestObject } from '../../model/manifest.ts';
import type { PatchChange, PatchOperation } from '../../model/patch.ts';
import { strategicMerge, UnmergeableError } from './strategic-merge.ts';

/** An object as a patch leaves it, or why it cannot be applied. The object itself stays as it is. */
export function patched(object: ManifestObject, change: PatchChange): ManifestObject | { fault: string } {
  // Fields that are undefined are not there for an operation, nor for what is written.
  const copy = structuredClone(withoutUndefined(object)) as ManifestObject;
  if (change.type === 'operations') return applied(copy, change.operations);
  try {
    return strategicMerge(copy, change.fields);
  } catch (error) {
    if (error instanceof UnmergeableError) return { fault: error.message };
    throw error;
  }
}

function applied(
  copy: ManifestObject,
  operations: readonly PatchOperation[],
): ManifestObject | { fault: string } {
  for (const [index, { op, path, from, value }] of operations.entries()) {
    const operation = { op, path, from, value: structuredClone(value) } as Parameters<
      typeof applyPatch
    >[1][0];
    const [error] = applyPatch(copy, [operation]);
    if (error) return { fault: `operation ${index + 1}, ${op} ${path}: ${faultText(error.name, op)}` };
  }
  return copy;
}

function faultText(name: string, op: PatchOperation['op']): string {
  if (name === 'TestError') return 'there is another value';
  return op === 'add' ? 'there is nothing around it' : 'there is nothing';
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutUndefined(child)]));
}
