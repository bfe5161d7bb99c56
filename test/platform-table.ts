import { readDocuments } from '../src/yaml/read-documents.ts';

/** One row of a platform's page: a field of a rendered object and its value, or the reason why there is no object. */
export type Row = ObjectRow | OpenRow;

/** A row whose claim can be checked. `line` counts from 1; `file` is the link as it stands in the page. */
export interface ObjectRow {
  readonly line: number;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly file: string;
  readonly field: string;
  readonly steps: readonly Step[];
  readonly value: unknown;
}

interface OpenRow {
  readonly line: number;
  readonly reason: string;
}

/** One step into an object: by key, by place in a list, or to the item of a list that has that name. */
type Step = { readonly key: string } | { readonly index: number } | { readonly item: string };

const REASONS = [
  'waits for AWS resources',
  'waits for observability',
  'waits for delivery',
  'waits for cost',
  'not by default',
  'not Kubernetes',
];

const OBJECT = /^\[(?<kind>\w+) (?:(?<namespace>[^\s/\]]+)\/)?(?<name>[^\s/\]]+)\]\((?<file>[^\s)]+)\)$/;
const VERSION = /\.(?:image|targetRevision)$|"app\.kubernetes\.io\/version"/;
const STEP = /\["(?<quoted>[^"]+)"\]|\[(?<index>\d+)\]|\[(?<item>[^\]"]+)\]|(?<dot>\.?)(?<key>[\w-]+)/y;

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

/** What the steps lead to: one value, or none or several when a step is wrong about what is there. */
export function follow(object: unknown, steps: readonly Step[]): readonly unknown[] {
  return steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => next(value, step)),
    [object],
  );
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
  return { line, kind, namespace, name, file, field, steps: readSteps(field), value: readValue(fourth) };
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

function readSteps(field: string): readonly Step[] {
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

function stepOf({ quoted, key, index, item }: Readonly<Record<string, string | undefined>>): Step {
  if (item !== undefined) return { item };
  return index === undefined ? { key: quoted ?? key ?? '' } : { index: Number(index) };
}

function readValue(cell: string): unknown {
  const values = readDocuments(readCode(cell, 'value'));
  if (values.length !== 1) throw new Error(`expected one YAML value, found ${cell}`);
  return values[0];
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
