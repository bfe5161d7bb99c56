import { nearest } from '../words/nearest.ts';
import { ANY_FACTS, factTypes, ofAnotherCloud } from './fact-types.ts';
import type { Report } from './report.ts';
import { isMap, type Path, type YamlMap } from './source.ts';

/** `$${` is a dollar and a brace as they are; `${...}` is a reference, and one without an end is a mistake. */
export const REFERENCE = /\$\$\{|\$\{([^}]*)\}|\$\{/g;

/**
 * The facts of a document by name, those they name filled in. One that is missing or wrong is reported where it is
 * written, not wherever it is named, so something else stands in for it.
 */
export function factsOf(document: YamlMap, report: Report): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(factTypes(cloudOf(document))).map(([fact, { schema, assumed }]) => {
      const value = factOf(fact, document, [], report);
      return [fact, value !== undefined && schema.safeParse(value).success ? value : assumed];
    }),
  );
}

/**
 * A text with the facts it names filled in. References to what a service uses stay, for they stand in `env`, `files` and
 * `secretFiles` alone; anywhere else a reference that is no fact is reported.
 */
export function fillText(
  text: string,
  path: Path,
  facts: ReadonlyMap<string, string>,
  report: Report,
): string {
  const isConfiguration = path[0] === 'services' && CONFIGURATION.has(String(path[2]));
  // Each store fills in the namespace it is in.
  const isLeft = (reference?: string) =>
    isConfiguration || (path[0] === 'secrets' && reference === 'namespace');
  return text.replace(REFERENCE, (whole, reference: string | undefined) => {
    const fact = reference === undefined ? undefined : facts.get(reference);
    if (fact !== undefined || isLeft(reference)) return fact ?? whole;
    if (whole === '$${') return '${';
    reportUnknown(reference, path, [...facts.keys()], report);
    return whole;
  });
}

/** What a service is configured with, which may name what it uses. */
const CONFIGURATION: ReadonlySet<string> = new Set(['env', 'files', 'secretFiles']);

/** Reports a `${` without its end. */
export function reportUnclosed(path: Path, report: Report): void {
  report([...path], '`${` has no `}` behind it', { fix: 'close it, or write `$${` for the characters' });
}

/** `within` are the facts that name this one. Reports one that names itself. */
function factOf(
  fact: string,
  document: YamlMap,
  within: readonly string[],
  report: Report,
): string | undefined {
  if (within.includes(fact)) {
    const fix = `write what \`${fact}\` is, without \${${within.at(-1)}}`;
    report(fact.split('.'), `\${${fact}} refers to itself`, { fix, once: true });
    return undefined;
  }
  let value: unknown = document;
  for (const step of fact.split('.')) value = isMap(value) ? value[step] : undefined;
  if (typeof value !== 'string') return undefined;
  return value.replace(REFERENCE, (whole, reference: string | undefined) => {
    const isFact = reference !== undefined && ANY_FACTS.includes(reference);
    return (isFact ? factOf(reference, document, [...within, fact], report) : undefined) ?? whole;
  });
}

/** The cloud of the cluster, as it is written. */
function cloudOf({ cluster }: YamlMap): unknown {
  return isMap(cluster) ? cluster['cloud'] : undefined;
}

function reportUnknown(
  reference: string | undefined,
  path: Path,
  known: readonly string[],
  report: Report,
): void {
  if (reference === undefined) {
    reportUnclosed(path, report);
    return;
  }
  const foreign = ofAnotherCloud(reference, known);
  if (foreign !== undefined) {
    report([...path], foreign.message, { fix: foreign.fix });
    return;
  }
  const guess = nearest(reference, known);
  report([...path], `\${${reference}} refers to nothing`, {
    fix: guess
      ? `write \${${guess}}`
      : `facts are: ${known.join(', ')}; what a service uses can be named in its env, files and secretFiles only`,
  });
}
