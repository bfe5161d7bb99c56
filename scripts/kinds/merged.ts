import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';
import type { KindEntry, KindsFile } from './kinds-file.ts';
import type { MinorApi } from './kubernetes.ts';

/**
 * Minor versions of Kubernetes as one: `since` and `until` name the fields, required ones too, that came after the first
 * version or went before the last. What a field takes is said as the last version has it that has the field: nothing else
 * has changed but that words and requests came, which an older API server refuses by name.
 */
export function merged(apis: readonly MinorApi[]): Pick<KindsFile, 'kinds' | 'definitions'> {
  const names = new Set(apis.flatMap(({ definitions }) => [...definitions.keys()]));
  const all = new Map([...names].map((name) => [name, mergedDefinition(name, apis)]));
  const keys = new Set(apis.flatMap(({ kinds }) => [...kinds.keys()]));
  const kinds = Object.fromEntries([...keys].map((key) => [key, mergedKind(key, apis)]));
  const wanted = new Set<string>();
  for (const { definition } of Object.values(kinds)) follow(definition, all, wanted);
  return { kinds, definitions: Object.fromEntries([...wanted].map((name) => [name, all.get(name) ?? {}])) };
}

interface Span {
  readonly since?: number;
  readonly until?: number;
}

/** Where something comes later than the first version and goes before the last. */
function spanOf(minors: readonly number[], within: readonly number[]): Span {
  const [first, last] = [minors[0], minors.at(-1)];
  return { ...(first !== within[0] && { since: first }), ...(last !== within.at(-1) && { until: last }) };
}

function mergedKind(key: string, apis: readonly MinorApi[]): KindEntry {
  const having = apis.filter(({ kinds }) => kinds.has(key));
  const definition = having.at(-1)?.kinds.get(key) ?? '';
  return {
    definition,
    ...spanOf(
      having.map(({ minor }) => minor),
      apis.map(({ minor }) => minor),
    ),
  };
}

function mergedDefinition(name: string, apis: readonly MinorApi[]): JsonSchema {
  const forms = apis.flatMap(({ minor, definitions }) => {
    const schema = definitions.get(name);
    return schema ? [{ minor, schema }] : [];
  });
  const newest = forms.at(-1)?.schema ?? {};
  const minors = forms.map(({ minor }) => minor);
  const properties: Record<string, unknown> = {};
  for (const { schema } of forms) Object.assign(properties, schema['properties']);
  const having = (what: string, field: string) =>
    forms.filter(({ schema }) => namesIn(schema[what]).includes(field)).map(({ minor }) => minor);
  const required = [...new Set(forms.flatMap(({ schema }) => namesIn(schema['required'])))];
  const fields = spans(Object.keys(properties), (field) => spanOf(having('properties', field), minors));
  const demands = spans(required, (field) => spanOf(having('required', field), minors));
  return {
    ...newest,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(fields && { 'x-fields': fields }),
    ...(demands && { 'x-required': demands }),
  };
}

function spans(names: readonly string[], spanOfName: (name: string) => Span) {
  const found = names.map((name) => [name, spanOfName(name)] as const);
  const changing = found.filter(([, span]) => Object.keys(span).length > 0);
  return changing.length > 0 ? Object.fromEntries(changing) : undefined;
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function follow(name: string, all: ReadonlyMap<string, JsonSchema>, wanted: Set<string>): void {
  if (wanted.has(name)) return;
  wanted.add(name);
  for (const [, other = ''] of JSON.stringify(all.get(name)).matchAll(/"\$ref":"([^"]+)"/g)) {
    follow(other, all, wanted);
  }
}
