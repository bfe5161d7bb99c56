import { readDocuments } from '../src/yaml/read-documents.ts';

/** One step into an object: by key, by place in a list, or to the item of a list that has that name. */
export type Step = { readonly key: string } | { readonly index: number } | { readonly item: string };

const STEP = /\["(?<quoted>[^"]+)"\]|\[(?<index>\d+)\]|\[(?<item>[^\]"]+)\]|(?<dot>\.?)(?<key>[\w-]+)/y;

/** The steps of a path such as `data["rules.yaml"].groups[uptime].rules[0].for`. Throws where it cannot be read. */
export function readSteps(field: string): readonly Step[] {
  const steps: Step[] = [];
  for (let end = 0; end < field.length; end = STEP.lastIndex) {
    STEP.lastIndex = end;
    const groups = STEP.exec(field)?.groups;
    const isMissingDot = groups?.['key'] !== undefined && (groups['dot'] === '.') !== end > 0;
    if (groups === undefined || isMissingDot) {
      throw new Error(`cannot read the field path ${field} from "${field.slice(end)}" on`);
    }
    steps.push(stepOf(groups));
  }
  return steps;
}

/**
 * What the steps lead to: one value, or none or several when a step is wrong about what is there. A step into a text reads it
 * as YAML, since a ConfigMap holds whole files, of which JSON is YAML too.
 */
export function follow(object: unknown, steps: readonly Step[]): readonly unknown[] {
  return steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => next(opened(value), step)),
    [object],
  );
}

/** Whether a value is a map. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stepOf({ quoted, key, index, item }: Readonly<Record<string, string | undefined>>): Step {
  if (item !== undefined) return { item };
  return index === undefined ? { key: quoted ?? key ?? '' } : { index: Number(index) };
}

function opened(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const documents = readDocuments(value);
    return documents.length === 1 ? documents[0] : undefined;
  } catch {
    return undefined;
  }
}

function next(value: unknown, step: Step): readonly unknown[] {
  if ('key' in step) {
    return isRecord(value) && Object.hasOwn(value, step.key) ? [value[step.key]] : [];
  }
  if (!Array.isArray(value)) return [];
  if ('index' in step) return value.slice(step.index, step.index + 1);
  return value.filter(
    (item) => isRecord(item) && (item['name'] ?? item['key'] ?? item['type']) === step.item,
  );
}
