import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';

/** Kinds of one maker as they are kept. */
export interface KindsFile {
  /** What they were made from, with checksums and licence. */
  readonly source: readonly string[];
  /** The definition of each kind, by `apiVersion kind`. */
  readonly kinds: Readonly<Record<string, KindEntry>>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** A kind: its definition, and the minor versions of Kubernetes that begin and end to serve it, where any does. */
export interface KindEntry {
  readonly definition: string;
  readonly since?: number;
  readonly until?: number;
}

/** The file as text: a definition to a line. */
export function kindsText({ source, kinds, definitions }: KindsFile): string {
  const lines = (map: Readonly<Record<string, unknown>>) =>
    Object.keys(map)
      .sort()
      .map((key) => `    ${JSON.stringify(key)}: ${JSON.stringify(map[key])}`)
      .join(',\n');
  return `{\n  "source": ${JSON.stringify(source, undefined, 4).replace(/\n(?=])/, '\n  ')},\n  "kinds": {\n${lines(kinds)}\n  },\n  "definitions": {\n${lines(definitions)}\n  }\n}\n`;
}
