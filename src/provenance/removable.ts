import { isMap, type Path, type YamlMap } from '../config/source.ts';
import { REMOVED } from './changed-document.ts';
import type { FieldQuestion } from './field-question.ts';
import type { Variants } from './variants.ts';

/**
 * The deepest key of the merged document without which a field, or an object, is not there; undefined where it always
 * is. Only what the input may go without is taken away; by halves, so that a few variants tell among many keys.
 */
export function removable(question: FieldQuestion, variants: Variants): Path | undefined {
  const isLostWithout = (paths: readonly Path[]) => {
    const changes = paths.map((path) => ({ path, value: REMOVED }));
    const variant = variants.vary(changes, true);
    return (variant && question.isLost(variant)) ?? paths.length > 1;
  };
  const within = entryOf(question, variants.merged);
  const start = within && isLostWithout([within]) ? within : [];
  const [deepest] = keysWithin(start, variants.merged, isLostWithout).sort((a, b) => b.length - a.length);
  return deepest;
}

/** What a file is named after is the first to be looked into. */
function entryOf({ file }: FieldQuestion, { services }: YamlMap): Path | undefined {
  return isMap(services) && isMap(services[file]) ? ['services', file] : undefined;
}

type Test = (paths: readonly Path[]) => boolean;

/** The last keys on the ways down that matter, each alone. */
function keysWithin(path: Path, root: unknown, isLostWithout: Test): Path[] {
  const needed = neededOf(keysBelow(path, root), isLostWithout);
  if (needed.length === 0) return path.length > 0 ? [path] : [];
  return needed.flatMap((inner) => keysWithin(inner, root, isLostWithout));
}

function neededOf(paths: readonly Path[], isLostWithout: Test): readonly Path[] {
  if (paths.length === 0 || !isLostWithout(paths)) return [];
  if (paths.length === 1) return paths;
  const half = paths.length >> 1;
  return [...neededOf(paths.slice(0, half), isLostWithout), ...neededOf(paths.slice(half), isLostWithout)];
}

function keysBelow(path: Path, root: unknown): readonly Path[] {
  const map = path.reduce<unknown>((value, step) => (isMap(value) ? value[String(step)] : undefined), root);
  return isMap(map) ? Object.keys(map).map((key) => [...path, key]) : [];
}
