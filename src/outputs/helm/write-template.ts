import type { Json } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import type { Claims } from './claim-values.ts';
import {
  choiceExpression,
  conditionExpression,
  digestExpression,
  quotaExpression,
  restExpression,
  textExpression,
} from './expressions.ts';
import { escaped, goString } from './go-template.ts';
import { longTextExpression } from './long-texts.ts';
import type { Entry, Item, Node, When } from './node.ts';
import type { ValuePath } from './value-path.ts';
import { lineAt, rangesText, valueExpression, wrapped } from './write-value.ts';

/** What a template is written with: the values it claims, and how it refers to them. */
export interface Writing {
  readonly claims: Claims;
  readonly refer: (path: ValuePath) => string;
}

/** The entries of a map as lines of a template, each after a line break, the keys `column` steps of two spaces in. */
export function writeEntries(entries: readonly Entry[], column: number, writing: Writing): string {
  let text = '';
  let literals: [string, Json][] = [];
  const flush = () => {
    if (literals.length > 0) text += literalText(Object.fromEntries(literals), column);
    literals = [];
  };
  for (const { key, node, when } of entries) {
    if (node.type === 'literal' && when === undefined) literals.push([key, node.value]);
    else {
      flush();
      text = withWhen(text, when, node, column, writing, () => entryText(key, node, when, column, writing));
    }
  }
  flush();
  return text;
}

/** Text before an action that trims: what belongs to the text is kept from it. */
export function guarded(text: string): string {
  return /[ \t\r\n]$/.test(text) ? text + GUARD : text;
}

/** An action that prints nothing. */
export const GUARD = '{{ "" }}';

function writeItems(items: readonly Item[], column: number, writing: Writing): string {
  let text = '';
  let literals: Json[] = [];
  const flush = () => {
    if (literals.length > 0) text += literalText(literals, column);
    literals = [];
  };
  for (const { node, when } of items) {
    if (node.type === 'literal' && when === undefined) literals.push(node.value);
    else {
      flush();
      text = withWhen(text, when, node, column, writing, () => itemText(node, when, column, writing));
    }
  }
  flush();
  return text;
}

function withWhen(
  before: string,
  when: When | undefined,
  node: Node,
  column: number,
  writing: Writing,
  write: () => string,
): string {
  if (when === undefined) return before + write();
  const test = conditionExpression(writing.claims.when(when, node), writing.refer);
  const body = guarded(write());
  return `${guarded(before)}${lineAt(column)}{{- if ${test} }}${body}${lineAt(column)}{{- end }}`;
}

function literalText(value: Json, column: number): string {
  const text = `\n${escaped(writeYaml(value)).slice(0, -1)}`;
  return column === 0 ? text : text.replace(/\n(?!\n|$)/g, lineAt(column));
}

function entryText(
  key: string,
  node: Node,
  when: When | undefined,
  column: number,
  writing: Writing,
): string {
  const found = optionalNode(node, when, writing);
  if (found.type === 'literal') return literalText({ [key]: found.value }, column);
  // What `writeYaml` leaves of a key, long ones included, once its value is cut off.
  const name = literalText({ [key]: 0 }, column).slice(0, -' 0'.length);
  return name + valueText(found, column, column, writing);
}

/** A value whose being there is the condition is printed as that value. */
function optionalNode(node: Node, when: When | undefined, { claims }: Writing): Node | Printed {
  if (when === undefined || when.known !== undefined) return node;
  const claimed = claims.when(when, node);
  if (!('has' in claimed)) return node;
  const vector = node.type === 'literal' ? [node.value] : 'vector' in node ? node.vector : [];
  return { type: 'printed', path: claimed.has, vector };
}

interface Printed {
  readonly type: 'printed';
  readonly path: ValuePath;
  readonly vector: readonly (Json | undefined)[];
}

function itemText(node: Node, when: When | undefined, column: number, writing: Writing): string {
  const found = optionalNode(node, when, writing);
  if (found.type === 'literal') return literalText([found.value], column);
  const text = valueText(found, column, column + 1, writing);
  const line = lineAt(column + 1);
  const canJoin = text.startsWith(line) && !text.startsWith(`${line}{{-`);
  return `${lineAt(column)}-${canJoin ? ` ${text.slice(line.length)}` : text}`;
}

/** What follows a key or dash at `column`; lists stand at `listColumn`, maps one step further in than the key. */
function valueText(node: Node | Printed, column: number, listColumn: number, writing: Writing): string {
  const { claims, refer } = writing;
  switch (node.type) {
    case 'map':
      return mapText(node, column + 1, writing);
    case 'list':
      return writeItems(node.items, listColumn, writing);
    case 'ranges':
      return rangesText(
        refer(node.path ? claims.fact(node.path) : claims.field(node.site, node.vector)),
        listColumn,
      );
    case 'value':
      return fieldText(node, column, writing);
    case 'printed':
      return valueExpression(refer(node.path), node.vector, column);
    case 'fact':
      return valueExpression(refer(claims.fact(node.path)), node.vector, column);
    case 'text':
      return ` {{ ${textExpression(node.parts, (path) => refer(claims.fact(path)))} }}`;
    case 'digest':
      return ` {{ ${digestExpression(refer(claims.fact(node.path)))} }}`;
    case 'rest':
      return ` {{ ${restExpression(node.paths, (path) => refer(claims.fact(path)))} }}`;
    case 'choice':
      return ` {{ ${choiceExpression(node.test, node.yes, node.no, (path) => refer(claims.fact(path)))} }}`;
    case 'quota':
      return ` {{ ${quotaExpression(claims.quota, node.amount)} }}`;
    case 'checksum':
      return ` {{ include ${goString(node.config)} . | fromYaml | toJson | sha256sum | quote }}`;
    case 'include': {
      const indent = `nindent ${(column + 1) * 2}`;
      return `${lineAt(column + 1)}{{- include ${goString(node.config)} . | ${indent} }}`;
    }
    case 'literal':
      return ` ${escaped(writeYaml(node.value)).slice(0, -1)}`;
  }
}

/** A value for a field, or one that chooses its text. */
function fieldText(
  { site, vector }: Extract<Node, { type: 'value' }>,
  column: number,
  { claims, refer }: Writing,
): string {
  const text = claims.text(site, vector);
  if (text) return ` {{ ${longTextExpression(site, text.names, refer(text.path))} }}`;
  return valueExpression(refer(claims.field(site, wrapped(vector))), vector, column);
}

function mapText(
  { entries, orEmpty }: Extract<Node, { type: 'map' }>,
  column: number,
  writing: Writing,
): string {
  const text = writeEntries(entries, column, writing);
  if (orEmpty === undefined) return text;
  const line = lineAt(column);
  const test = conditionExpression(
    writing.claims.when(orEmpty, { type: 'map', entries, orEmpty }),
    writing.refer,
  );
  return `${line}{{- if ${test} }}${guarded(text)}${line}{{- else }}${line}{}${line}{{- end }}`;
}
