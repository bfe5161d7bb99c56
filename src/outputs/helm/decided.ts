import type { Json } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import type { Blame } from './blame.ts';
import type { FactTable } from './fact-table.ts';
import { HELPERS } from './quantities.ts';
import { isSame, pathKey, type ValuePath } from './value-path.ts';
import type { Value } from './value-store.ts';

/** A value that an environment may not have otherwise, and the sentence that refuses another. */
export interface Decided {
  readonly path: ValuePath;
  readonly value: Json;
  readonly why: string;
}

/** A pair of values of which the first may not be more than the second. */
export type Ordered = readonly [least: ValuePath, most: ValuePath];

/** For each environment what of its values is decided in the input alone, as more follows from it than the chart can move. */
export function decidedIn(
  values: readonly Value[],
  blames: readonly Blame[],
  table: FactTable,
): readonly (readonly Decided[])[] {
  const { environments, environmentOf } = table.columns;
  return Array.from({ length: environments }, (_, environment) => {
    const columns = environmentOf.flatMap((own, column) =>
      column >= environments && own === environment ? [column] : [],
    );
    const tried = new Set(
      columns.flatMap((column) => table.triedIn(column).map(({ path }) => pathKey(path))),
    );
    return values.flatMap(({ path, vector }) => {
      const value = vector[environment];
      if (value === undefined || path[0] === 'environment') return [];
      const others = blames[environment]?.get(pathKey(path));
      if (tried.has(pathKey(path)) && others === undefined) return [];
      return [{ path, value, why: reason(others) }];
    });
  });
}

const MOST_NAMED = 3;

function reason(objects: ReadonlySet<string> | undefined): string {
  if (objects === undefined) return 'more follows from it than this chart can change';
  const names = [...objects];
  const more = names.length - MOST_NAMED;
  return `from it follow ${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more objects` : ''} too, which this chart cannot change`;
}

/** What holds between values, or for one of them, whatever they are changed to. */
export interface Rules {
  /** The least and the most of a number of pods. */
  readonly pods: readonly Ordered[];
  /** A request of memory and its limit. */
  readonly memory: readonly Ordered[];
  /** Quantities, which Kubernetes has one form for. */
  readonly quantities: readonly ValuePath[];
}

/** The rules for the values. */
export function rulesOf(values: readonly Value[]): Rules {
  const keys = new Set(values.map(({ path }) => pathKey(path)));
  const pairs = (isLeast: (path: ValuePath) => boolean, toMost: (path: ValuePath) => ValuePath) =>
    values.flatMap(({ path }): readonly Ordered[] => {
      const most = isLeast(path) ? toMost(path) : undefined;
      return most && keys.has(pathKey(most)) ? [[path, most]] : [];
    });
  const isOf = (path: ValuePath, section: string, key: string) =>
    path.at(-2) === section && path.at(-1) === key;
  return {
    pods: pairs(
      (path) => isOf(path, 'scaling', 'min'),
      (path) => path.with(-1, 'max'),
    ),
    memory: pairs(
      (path) => isOf(path, 'requests', 'memory'),
      (path) => path.with(-2, 'limits'),
    ),
    quantities: values.map(({ path }) => path).filter((path) => path.at(-3) === 'resources'),
  };
}

/** The file of the chart that says it, by environment. */
export const DECIDED_FILE = 'decided.yaml';

/** That file. */
export function decidedFile(
  environments: readonly string[],
  decided: readonly (readonly Decided[])[],
  { pods, memory, quantities }: Rules,
): string {
  const byEnvironment = Object.fromEntries(
    environments.map((name, index) => [name, (decided[index] ?? []).map((one) => ({ ...one }))]),
  );
  const pairs = (ordered: readonly Ordered[]) => ordered.map(([least, most]) => ({ least, most }));
  const file = {
    environments: byEnvironment,
    pods: pairs(pods),
    memory: pairs(memory),
    quantities: quantities.map((path) => ({ path })),
  };
  return `# Rendered by charthouse synth from environments/. Do not edit.
# What of the values is decided in the input alone, and why; templates/decided.yaml refuses anything else.
${writeYaml(file)}`;
}

/** The template that refuses what is decided elsewhere, with the reason. It makes no object. */
export function decidedTemplate(platform: string): string {
  const found = (name: string, path: string) =>
    `{{- $${name} := $values }}{{ range ${path} }}{{ $${name} = index $${name} . }}{{ end }}`;
  return `{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}
{{- $values := .Values }}
{{- $environment := .Values.environment }}
{{- $file := .Files.Get "${DECIDED_FILE}" | fromYaml }}
{{- range index $file.environments $environment }}
${found('value', '.path')}
{{- if ne (toJson $value) (toJson .value) }}
{{- fail (printf "%s is %s in %s, not %s: %s. Change it in environments/${platform} and run charthouse synth" (join "." .path) (toJson .value) $environment (toJson $value) .why) }}
{{- end }}
{{- end }}
{{- range $file.quantities }}
${found('value', '.path')}
{{- $own := include "${HELPERS}.canonical" $value }}
{{- if ne $own $value }}
{{- fail (printf "%s: Kubernetes writes %s as %s, and so does the input" (join "." .path) $value $own) }}
{{- end }}
{{- end }}
{{- range $file.pods }}
${found('least', '.least')}
${found('most', '.most')}
{{- if gt (int $least) (int $most) }}
{{- fail (printf "%s is %d, more than %s, which is %d" (join "." .least) (int $least) (join "." .most) (int $most)) }}
{{- end }}
{{- end }}
{{- range $file.memory }}
${found('least', '.least')}
${found('most', '.most')}
{{- if gt (include "${HELPERS}.bytes" $least | int64) (include "${HELPERS}.bytes" $most | int64) }}
{{- fail (printf "%s is %s, more than %s, which is %s" (join "." .least) $least (join "." .most) $most) }}
{{- end }}
{{- end }}
`;
}

/** In which environments a value may be changed: all of them, some, or none. */
export function changeable(
  value: Value,
  environments: readonly string[],
  decided: readonly (readonly Decided[])[],
): string {
  if (value.path[0] === 'environment') return 'one of them';
  const has = environments.filter((_, index) => value.vector[index] !== undefined);
  const open = environments.filter(
    (_, index) =>
      value.vector[index] !== undefined && !decided[index]?.some(({ path }) => isSame(path, value.path)),
  );
  if (open.length === 0) return 'no';
  return open.length === has.length ? 'yes' : `in ${open.join(', ')}`;
}
