import { literalBlock } from './block-scalar.ts';
import { MAX_DEPTH } from './limits.ts';
import { lineScalar, numberScalar } from './scalar.ts';
import { unwritable } from './unwritable.ts';

/**
 * One YAML document for plain data (objects, lists, strings, numbers, booleans, null), laid out as kubectl
 * does. Keys keep their order and undefined entries are left out. Every reader of YAML 1.1 or 1.2 gets back
 * exactly `value`; what no reader could get back (NaN, class instances, cycles, unpaired surrogates ...) is a
 * TypeError naming the path.
 */
export function writeYaml(value: unknown): string {
  try {
    return `${rootText(value)}\n`;
  } catch (error) {
    throw unwritable(value) ?? error;
  }
}

/** Several documents in one text, `---` between them and not before the first. No documents are the empty text. */
export function writeYamlDocuments(values: readonly unknown[]): string {
  return values.map(writeYaml).join('---\n');
}

// Most keys and most short values of a run repeat, and finding a rendered one costs less than judging it
// again. Nobody can see these caches: they only ever hold what the pure functions of scalar.ts return. The
// bounds keep them to some megabytes.
const CACHED_SCALARS = 20_000;
const CACHED_KEYS = 2_000;
const CACHED_LENGTH = 64;

const pads = Array.from({ length: MAX_DEPTH + 2 }, (_, column) => `\n${'  '.repeat(column)}`);
const dashes = pads.map((pad) => `${pad}-`);
const scalars = new Map<string, string>();
const firstKeys = pads.map(() => new Map<string, string>());
const laterKeys = pads.map(() => new Map<string, string>());

function rootText(value: unknown): string {
  if (typeof value === 'string') return literalBlock(value, at(pads, 1), false) ?? lineScalar(value);
  if (Array.isArray(value) && value.length > 0) return listText(value, 0, 1, true);
  if (isPlainMap(value)) return mapText(value, 0, 1, true) || '{}';
  return valueText(value, 0, 0).slice(1);
}

/**
 * The entries of a map whose keys stand at `column` (in steps of two spaces). `inLine`: the first follows a
 * dash.
 */
function mapText(map: Record<string, unknown>, column: number, depth: number, inLine: boolean): string {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
  const later = at(laterKeys, column);
  let keys = inLine ? at(firstKeys, column) : later;
  let text = '';
  for (const key in map) {
    const value = map[key];
    if (value === undefined) continue;
    text += (keys.get(key) ?? keyText(key, column, keys)) + valueText(value, column, depth);
    keys = later;
  }
  return text;
}

function listText(list: readonly unknown[], column: number, depth: number, inLine: boolean): string {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
  const dash = at(dashes, column);
  let text = inLine ? '-' : dash;
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += dash;
    text += itemText(list[index], column, depth);
  }
  return text;
}

function itemText(item: unknown, column: number, depth: number): string {
  if (typeof item !== 'object' || item === null) return valueText(item, column, depth);
  if (!Array.isArray(item)) return ` ${mapText(plainMap(item), column + 1, depth + 1, true) || '{}'}`;
  return item.length === 0 ? ' []' : ` ${listText(item, column + 1, depth + 1, true)}`;
}

/**
 * What follows the colon of a key at `column`, or the dash of a scalar item: begins with a space or a line
 * break.
 */
function valueText(value: unknown, column: number, depth: number): string {
  if (typeof value === 'string') return scalars.get(value) ?? stringText(value, column);
  if (typeof value === 'number') return ` ${numberScalar(value)}`;
  if (typeof value === 'boolean') return value ? ' true' : ' false';
  if (value === null) return ' null';
  if (typeof value !== 'object') throw new TypeError('not plain data');
  return collectionText(value, column, depth);
}

function collectionText(value: object, column: number, depth: number): string {
  if (!Array.isArray(value)) return mapText(plainMap(value), column + 1, depth + 1, false) || ' {}';
  return value.length === 0 ? ' []' : listText(value, column, depth + 1, false);
}

function stringText(text: string, column: number): string {
  const block = literalBlock(text, at(pads, column + 1), true);
  if (block !== undefined) return ` ${block}`;
  const scalar = ` ${lineScalar(text)}`;
  if (text.length <= CACHED_LENGTH) remember(scalars, text, scalar, CACHED_SCALARS);
  return scalar;
}

function keyText(key: string, column: number, keys: Map<string, string>): string {
  const pad = at(pads, column);
  const scalar = lineScalar(key);
  // Readers give up looking for the colon of a key after 1,024 characters, unless `?` announces the key.
  const entry = scalar.length > 1_000 ? `? ${scalar}${pad}:` : `${scalar}:`;
  const text = keys === at(laterKeys, column) ? pad + entry : entry;
  if (key.length <= CACHED_LENGTH) remember(keys, key, text, CACHED_KEYS);
  return text;
}

function remember(cache: Map<string, string>, key: string, text: string, bound: number): void {
  if (cache.size >= bound) cache.clear();
  cache.set(key, text);
}

function plainMap(value: object): Record<string, unknown> {
  if (!isPlainMap(value)) throw new TypeError('not plain data');
  return value;
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('nested too deeply');
  return item;
}
