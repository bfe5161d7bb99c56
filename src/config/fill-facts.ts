import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { isMap, type YamlMap } from './source.ts';

/** `$${` is a dollar and a brace as they are; `${...}` is a reference. */
const REFERENCE = /\$\$\{|\$\{([^}]*)\}/g;

/** Facts that any text of a document may name. */
const FACTS = [
  'platform',
  'environment',
  'domain',
  'cluster.name',
  'cluster.region',
  'cluster.account',
] as const;

/**
 * The document with the facts its texts name filled in, such as `${environment}`.
 * References to what a service uses stay, for they stand in `env` and `secretFiles` alone; anywhere else a
 * reference that is no fact is reported.
 */
export function fillFacts(document: YamlMap, report: Report): YamlMap {
  const facts = new Map(FACTS.map((name) => [name as string, factOf(name, document)]));
  return fillValue(document, { path: [], facts, report }) as YamlMap;
}

/** Where the walk is. One path for the whole walk: copying it at every value would cost more than the rest. */
interface Walk {
  readonly path: string[];
  readonly facts: ReadonlyMap<string, string | undefined>;
  readonly report: Report;
}

function fillValue(value: unknown, walk: Walk): unknown {
  if (typeof value === 'string') return value.includes('${') ? fillText(value, walk) : value;
  if (Array.isArray(value)) return value.map((item, index) => fillChild(item, String(index), walk));
  if (!isMap(value)) return value;
  const filled: Record<string, unknown> = {};
  for (const key of Object.keys(value)) filled[key] = fillChild(value[key], key, walk);
  return filled;
}

function fillChild(value: unknown, step: string, walk: Walk): unknown {
  walk.path.push(step);
  const filled = fillValue(value, walk);
  walk.path.pop();
  return filled;
}

/** A fact as it is written; facts may name one another only from left to right of `FACTS`. */
function factOf(name: string, document: YamlMap): string | undefined {
  let value: unknown = document;
  for (const step of name.split('.')) value = isMap(value) ? value[step] : undefined;
  if (typeof value !== 'string') return undefined;
  const known = (reference: string) => (FACTS as readonly string[]).indexOf(reference);
  return value.replace(REFERENCE, (whole, reference: string) =>
    known(reference) >= 0 && known(reference) < known(name) ? (factOf(reference, document) ?? whole) : whole,
  );
}

function fillText(text: string, { path, facts, report }: Walk): string {
  const isConfiguration = path[0] === 'services' && (path[2] === 'env' || path[2] === 'secretFiles');
  return text.replace(REFERENCE, (whole, reference: string | undefined) => {
    if (reference === undefined) return isConfiguration ? whole : '${';
    const fact = facts.get(reference);
    if (fact === undefined && !isConfiguration) reportUnknown(reference, path, report);
    return fact ?? whole;
  });
}

function reportUnknown(reference: string, path: readonly string[], report: Report): void {
  const guess = nearest(reference, FACTS);
  report([...path], `\${${reference}} refers to nothing`, {
    fix: guess
      ? `write \${${guess}}`
      : `facts are: ${FACTS.join(', ')}; what a service uses can be named in its env only`,
  });
}
