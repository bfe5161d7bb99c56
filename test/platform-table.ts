import { isDeepStrictEqual } from 'node:util';
import { type FieldStep, readSteps } from '../src/fields/field-path.ts';
import { isMap } from '../src/maps/is-map.ts';
import { readDocuments } from '../src/yaml/read-documents.ts';

/** One row of a platform's page: a field of a rendered object and its value, or the reason why there is no object. */
export type Row = ObjectRow | OpenRow;

/**
 * A row whose claim can be checked. `line` counts from 1; `file` is the link as it stands in the page. `isPart` says that the
 * page claims a part of what is there: it has the word contains before the value.
 */
export interface ObjectRow {
  readonly line: number;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly file: string;
  readonly field: string;
  readonly steps: readonly FieldStep[];
  readonly value: unknown;
  readonly isPart: boolean;
}

interface OpenRow {
  readonly line: number;
  readonly reason: string;
}

const REASONS = [
  'waits for AWS resources',
  'waits for delivery',
  'waits for cost',
  'not fulfilled',
  'not by default',
  'not Kubernetes',
];

const OBJECT = /^\[(?<kind>\w+) (?:(?<namespace>[^\s/\]]+)\/)?(?<name>[^\s/\]]+)\]\((?<file>[^\s)]+)\)$/;
const VERSION = /\.(?:image|targetRevision)$|"app\.kubernetes\.io\/version"/;

/**
 * Every row of every table of a page. Throws one error that lists each mistake with its line: a table of other columns, a row
 * of too few, an object, field path or value that cannot be read, a version, a reason nobody knows, an explanation that is none.
 */
export function readTable(markdown: string, path: string): readonly Row[] {
  const mistakes: string[] = [];
  const rows: Row[] = [];
  for (const { line, text, place } of tableLines(markdown)) {
    try {
      const row = readLine(text, place, line);
      if (row !== undefined) rows.push(row);
    } catch (error) {
      mistakes.push(`${path}:${line} ${(error as Error).message}`);
    }
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return rows;
}

/**
 * Whether a value is what a row claims. In part means: a text with that text in it, a map with these keys, a list with such an
 * item, so that a page need not repeat a whole file of alert rules to name one.
 */
export function isAsClaimed(found: unknown, { value, isPart }: Pick<ObjectRow, 'value' | 'isPart'>): boolean {
  if (!isPart) return isDeepStrictEqual(found, value);
  if (typeof found === 'string') return typeof value === 'string' && found.includes(value);
  return Array.isArray(found) ? found.some((item) => has(item, value)) : has(found, value);
}

/** The lines of tables outside code, each with its place in its table: 0 is the heading, 1 the rule below it. */
function* tableLines(markdown: string) {
  let isCode = false;
  let place = -1;
  for (const [index, line] of markdown.split('\n').entries()) {
    const text = line.trim();
    if (text.startsWith('```')) isCode = !isCode;
    const isInside = !isCode && (text.startsWith('|') || (place >= 0 && text !== ''));
    place = isInside ? place + 1 : -1;
    if (isInside) yield { line: index + 1, text, place };
  }
}

function readLine(text: string, place: number, line: number): Row | undefined {
  const [requirement, second, third, fourth] = readCells(text);
  if (place === 0) return expectHeading([requirement, second, third, fourth]);
  if (place === 1) return expectRule(text);
  if (place === 2 && requirement === '') throw new Error('the first row of a table says nothing in column 1');
  const bold = /^\*\*(?<reason>.+)\*\*$/.exec(second)?.groups?.['reason'];
  if (bold !== undefined) return readOpen(bold, third, fourth, line);
  const object = OBJECT.exec(second)?.groups;
  if (object === undefined) throw new Error(`expected [Kind name](file) or **reason**, found ${second}`);
  const { kind = '', namespace, name = '', file = '' } = object;
  const field = readCode(third, 'field');
  if (VERSION.test(field)) throw new Error(`${field} changes with each release; choose another field`);
  return { line, kind, namespace, name, file, field, steps: readSteps(field), ...readClaim(fourth) };
}

function readCells(text: string): readonly [string, string, string, string] {
  if (!/^\|.*[^\\]\|$/.test(text)) throw new Error('a row of a table begins and ends with |');
  const cells = text.slice(1, -1).split(/(?<!\\)\|/);
  const [first = '', second = '', third = '', fourth = ''] = cells.map((cell) =>
    cell.replaceAll('\\|', '|').trim(),
  );
  if (cells.length !== 4) throw new Error(`expected 4 columns, found ${cells.length}`);
  return [first, second, third, fourth];
}

function expectHeading(cells: readonly string[]): undefined {
  const heading = cells.join(' | ');
  if (/^\S+ asks for \| Object \| Field \| Value$/.test(heading)) return;
  throw new Error(`expected the columns "<platform> asks for | Object | Field | Value", found "${heading}"`);
}

function expectRule(text: string): undefined {
  if (!/^[|\s:-]+$/.test(text)) throw new Error('expected |---|---|---|---| below the heading of a table');
}

function readOpen(reason: string, explanation: string, rest: string, line: number): OpenRow {
  if (!REASONS.includes(reason)) throw new Error(`expected one of ${REASONS.join(', ')}, found ${reason}`);
  if (explanation.length < 20) throw new Error(`expected an explanation in column 3, found "${explanation}"`);
  if (rest !== '') throw new Error(`a row without an object has no value, found ${rest}`);
  return { line, reason };
}

function readCode(cell: string, what: string): string {
  const code = /^`([^`]+)`$/.exec(cell)?.[1];
  if (code === undefined) throw new Error(`expected a ${what} in backticks, found "${cell}"`);
  return code;
}

function readClaim(cell: string): Pick<ObjectRow, 'value' | 'isPart'> {
  const isPart = cell.startsWith('contains ');
  const value = readValue(isPart ? cell.slice('contains '.length) : cell);
  if (!isPart || (value !== '' && !isDeepStrictEqual(value, {}))) return { value, isPart };
  throw new Error(`everything contains ${cell.slice('contains '.length)}; say more`);
}

function readValue(cell: string): unknown {
  const values = readDocuments(readCode(cell, 'value'));
  if (values.length !== 1) throw new Error(`expected one YAML value, found ${cell}`);
  return values[0];
}

function has(found: unknown, part: unknown): boolean {
  if (!isMap(part)) return isDeepStrictEqual(found, part);
  return isMap(found) && Object.entries(part).every(([key, value]) => has(found[key], value));
}
