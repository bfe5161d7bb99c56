import type { Json } from '../../model/manifest.ts';
import { scalarExpression } from './expressions.ts';
import { goString, UNREADABLE } from './go-template.ts';
import type { Vector } from './value-path.ts';

/** A line break and the indentation after it. */
export function lineAt(column: number): string {
  return `\n${'  '.repeat(column)}`;
}

/** Peers of a network policy, one for each entry of a list of address ranges. */
export function rangesText(reference: string, column: number): string {
  const line = lineAt(column);
  return `${line}{{- range ${reference} }}${line}- ipBlock:${line}    cidr: {{ . | quote }}${line}{{- end }}`;
}

/** What follows the key or dash at `column` that a value belongs to: a scalar, or a list through `toYaml`. */
export function valueExpression(reference: string, vector: Vector, column: number): string {
  const present = vector.filter((value) => value !== undefined);
  if (present.every(isScalar)) return ` {{ ${scalarExpression(reference, present)} }}`;
  const isList = present.every((value) => Array.isArray(value));
  const value = isList ? reference : `(index ${reference} 0)`;
  const json = JSON.stringify(present);
  if (UNUSUAL.test(json)) return ` {{ ${value} | toJson${replacements(json)} }}`;
  return `${lineAt(column + 1)}{{- toYaml ${value} | nindent ${(column + 1) * 2} }}`;
}

/** Go leaves characters in JSON that readers of YAML refuse. */
function replacements(json: string): string {
  const found = [...new Set(json.match(UNREADABLE) ?? [])].sort();
  return found
    .map((character) => ` | replace ${goString(character)} ${goString(goString(character).slice(1, -1))}`)
    .join('');
}

/** Characters that Helm's writer of YAML may put where its own reader loses them, several lines of text included; and numbers too large for it. */
const UNUSUAL = /\\[^"\\]|[^ -~]|"[-+.]?\d[\d_.]*e/i;

/** Maps in the values of Helm are merged key by key and lose what is null; in a list they are left as they are. */
export function wrapped(vector: Vector): Vector {
  const present = vector.filter((value) => value !== undefined);
  if (present.every(isScalar) || present.every((value) => Array.isArray(value))) return vector;
  return vector.map((value) => (value === undefined ? undefined : [value]));
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
