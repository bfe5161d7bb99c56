import { factsOf, fillText } from './fill-facts.ts';
import type { Report } from './report.ts';
import { completeSchema } from './schema/document.ts';
import { knownKeys } from './schema/known-keys.ts';
import { isMap, type YamlMap } from './source.ts';
import { reportUnknownKey } from './validate.ts';

/**
 * A merged document as it is validated: what is null is gone, and texts have the facts they name filled in.
 * Reports references that are no facts, and nulls whose key no schema knows. What does not change is not copied,
 * as most of a platform is the same in all its environments.
 */
export function settleDocument(document: YamlMap, report: Report): YamlMap {
  return settleMap(document, { path: [], facts: factsOf(document, report), report });
}

/** A part of a merged document as `settleDocument` settles it, where the facts are known. */
export function settlePart(
  value: unknown,
  path: readonly string[],
  facts: ReadonlyMap<string, string>,
  report: Report,
): unknown {
  return settleValue(value, { path: [...path], facts, report });
}

/** Where the walk is. One path for the whole walk: copying it at every value would cost more than the rest. */
interface Walk {
  readonly path: string[];
  readonly facts: ReadonlyMap<string, string>;
  readonly report: Report;
}

function settleValue(value: unknown, walk: Walk): unknown {
  if (typeof value === 'string')
    return value.includes('${') ? fillText(value, walk.path, walk.facts, walk.report) : value;
  if (typeof value !== 'object' || value === null) return value;
  return isMap(value) ? settleMap(value, walk) : settleList(value as readonly unknown[], walk);
}

function settleMap(map: YamlMap, walk: Walk): YamlMap {
  let settled: Record<string, unknown> | undefined;
  for (const key of Object.keys(map)) {
    const value = map[key];
    walk.path.push(key);
    if (value === null) {
      settled ??= { ...map };
      delete settled[key];
      checkKnown(key, walk);
    } else {
      const other = settleValue(value, walk);
      if (other !== value) {
        settled ??= { ...map };
        settled[key] = other;
      }
    }
    walk.path.pop();
  }
  return settled ?? map;
}

function settleList(list: readonly unknown[], walk: Walk): readonly unknown[] {
  let settled: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    walk.path.push(String(index));
    const other = settleValue(item, walk);
    walk.path.pop();
    if (other === item) continue;
    settled ??= [...list];
    settled[index] = other;
  }
  return settled ?? list;
}

/** A misspelt key with null would vanish without a word, and so would what a patch is to remove. */
function checkKnown(key: string, { path, report }: Walk): void {
  if (path[0] === 'patches' && path[2] === 'patch') {
    const fix = 'to remove a field, write `patch: [{op: remove, path: /...}]`';
    report([...path], 'a null is nothing in the input, and would remove nothing', { fix, at: 'key' });
    return;
  }
  const known = knownKeys(completeSchema, path.slice(0, -1));
  if (known.length > 0 && !known.includes(key))
    reportUnknownKey([...path], { key, found: null }, known, report);
}
