import type { ManifestObject } from '../../model/manifest.ts';
import { fieldPath, itemPath } from '../field-path.ts';
import { isOpen, openPosition, type Position, recording, unseenPosition } from './known-fields.ts';
import { nullFlaw, strayFlaw } from './messages.ts';
import type { Flaw, Schema } from './schema.ts';

/**
 * Finds the fields a validator never asks for, and values that are null. `ask` shows a stand-in for an object to the
 * validator; what that says does not matter here. Fields are learnt as positions occur: once all have, an object costs
 * one look at each of its keys.
 */
export function strayFieldsBy(ask: (standIn: unknown) => void): Schema {
  const root = unseenPosition();
  return (object) => {
    if (isClean(object, root)) return NONE;
    learn(object, root, ask);
    const flaws: Flaw[] = [];
    collectFromMap(object, root, '', flaws);
    return flaws;
  };
}

const NONE: readonly Flaw[] = [];

/** Controllers write it, and nobody reads what is applied of it. */
const STATUS = 'status';
/** Generators write it as null everywhere, and every API server takes that. */
const CREATED = 'creationTimestamp';

function learn(object: ManifestObject, root: Position, ask: (standIn: unknown) => void): void {
  ask(recording({ ...object, [STATUS]: undefined }, root));
  if (root.fields?.has(STATUS)) root.fields.set(STATUS, openPosition());
}

/** The packages' validators were made without these, whatever has them, so that nobody asks for them. */
function isUnjudged(key: string): boolean {
  return key === 'description' || key.startsWith('x-kubernetes-');
}

/** The same as finding nothing, and several times faster: no paths. */
function isClean(map: object, position: Position): boolean {
  const { fields, values } = position;
  if (fields === undefined) return false;
  if (isOpen(position)) return true;
  for (const key in map) {
    const value = (map as Readonly<Record<string, unknown>>)[key];
    if (!isCleanField(key, value, values ?? fields.get(key))) return false;
  }
  return true;
}

function isCleanField(key: string, value: unknown, position: Position | undefined): boolean {
  if (position === undefined) return isUnjudged(key);
  if (typeof value !== 'object') return true;
  if (value === null) return key === CREATED;
  return Array.isArray(value) ? isCleanList(value, position) : isClean(value, position);
}

function isCleanList(list: readonly unknown[], { items }: Position): boolean {
  if (items === undefined) return false;
  if (isOpen(items)) return true;
  for (const item of list) {
    if (!isCleanField('', item, items)) return false;
  }
  return true;
}

function collectFromMap(map: object, position: Position, path: string, flaws: Flaw[]): void {
  const { fields, values } = position;
  if (fields === undefined || isOpen(position)) return;
  for (const [key, value] of Object.entries(map)) {
    const at = values ?? fields.get(key);
    if (isCleanField(key, value, at)) continue;
    const field = fieldPath(path, key);
    if (at === undefined) flaws.push(strayFlaw(field, key, fields.keys()));
    else collect(value, at, field, flaws);
  }
}

function collect(value: unknown, position: Position, path: string, flaws: Flaw[]): void {
  if (value === null) flaws.push(nullFlaw(path));
  else if (Array.isArray(value)) collectFromList(value, position, path, flaws);
  else if (typeof value === 'object') collectFromMap(value, position, path, flaws);
}

function collectFromList(list: readonly unknown[], { items }: Position, path: string, flaws: Flaw[]): void {
  if (items === undefined || isOpen(items)) return;
  for (const [index, item] of list.entries()) collect(item, items, itemPath(path, index, item), flaws);
}
