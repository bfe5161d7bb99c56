/**
 * Where a field is in an object, as every report names it: dots between keys, keys with dots or slashes of their own as
 * `["a.b/c"]`, items of lists by name where they have one, else by number: `spec.containers[web].image`. It may lead on
 * into a text that is a file: `data["rules.yaml"].groups[uptime].rules[0].for`. Empty for the object as a whole.
 */
export type FieldPath = string;

/** One step into an object: by key, by place in a list, or to the item of a list that has that name. */
export type FieldStep = { readonly key: string } | { readonly index: number } | { readonly item: string };

/** The path of the field `key` of what is at `parent`. */
export function fieldPath(parent: FieldPath, key: string): FieldPath {
  if (!PLAIN.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

const PLAIN = /^[A-Za-z0-9_-]+$/;

/** The path of an item of a list: `containers[web]`, or `args[0]`. */
export function itemPath(parent: FieldPath, index: number, item: unknown): FieldPath {
  const name = typeof item === 'object' && item !== null && (item as { readonly name?: unknown }).name;
  return `${parent}[${typeof name === 'string' ? name : index}]`;
}

/** The path, and those of all that is around the field, outwards; the last is that of the object as a whole. */
export function pathsAround(path: FieldPath): readonly FieldPath[] {
  const paths: FieldPath[] = [''];
  for (let end = 0; end < path.length; end = STEP.lastIndex) {
    STEP.lastIndex = end;
    if (!STEP.exec(path)) throw unreadable(path, end);
    paths.unshift(path.slice(0, STEP.lastIndex));
  }
  return paths;
}

const STEP =
  /\[(?<quoted>"(?:[^"\\]|\\.)+")\]|\[(?<index>\d+)\]|\[(?<item>[^\]"]+)\]|(?<dot>\.?)(?<key>[\w-]+)/y;

/** The steps of a path. Throws where it cannot be read. */
export function readSteps(path: FieldPath): readonly FieldStep[] {
  const steps: FieldStep[] = [];
  for (let end = 0; end < path.length; end = STEP.lastIndex) {
    STEP.lastIndex = end;
    const groups = STEP.exec(path)?.groups;
    const isMissingDot = groups?.['key'] !== undefined && (groups['dot'] === '.') !== end > 0;
    if (groups === undefined || isMissingDot) {
      throw unreadable(path, end);
    }
    steps.push(stepOf(groups));
  }
  return steps;
}

function unreadable(path: FieldPath, end: number): Error {
  return new Error(`cannot read the field path ${path} from "${path.slice(end)}" on`);
}

function stepOf({ quoted, key, index, item }: Readonly<Record<string, string | undefined>>): FieldStep {
  if (item !== undefined) return { item };
  if (index !== undefined) return { index: Number(index) };
  return { key: quoted === undefined ? (key ?? '') : (JSON.parse(quoted) as string) };
}
