import type { Json } from '../../src/model/manifest.ts';
import { deriveText } from './derive-text.ts';
import { fill, type Instance, type NameHole } from './instance.ts';
import type { Field, Template, Values } from './template.ts';

/**
 * The template that gives back every instance from the values it has put into it.
 * What differs only between environments becomes a value of the environment.
 */
export function deriveTemplate(instances: readonly Instance[], id: string): Template {
  let count = 0;
  const nameHole: NameHole = (path) => {
    count += 1;
    return `${(path.at(-1) ?? id).replace(/[^A-Za-z]/g, '')}${count}`;
  };
  return derive(instances, [id], nameHole);
}

function derive(instances: readonly Instance[], path: readonly string[], nameHole: NameHole): Template {
  const first = instances[0]?.value ?? null;
  if (!isCollection(first) && instances.every(({ value }) => value === first)) {
    return { type: 'constant', value: first };
  }
  if (instances.every(({ value }) => typeof value === 'string')) return deriveText(instances, path, nameHole);
  if (instances.every(({ value }) => Number.isSafeInteger(value))) {
    return { type: 'integer', hole: fill(instances, path, nameHole, ({ value }) => value) };
  }
  if (instances.every(({ value }) => isList(value))) return deriveList(instances, path, nameHole);
  if (instances.every(({ value }) => isMap(value))) return deriveObject(instances, path, nameHole);
  return { type: 'data', hole: fill(instances, path, nameHole, ({ value }) => value) };
}

function deriveList(instances: readonly Instance[], path: readonly string[], nameHole: NameHole): Template {
  const lengths = new Set(instances.map(({ value }) => (value as Json[]).length));
  const [length = 0] = lengths;
  if (lengths.size === 1) {
    if (length === 0) return { type: 'constant', value: [] };
    const items = Array.from({ length }, (_, at) =>
      derive(
        instances.map((instance) => ({ ...instance, value: (instance.value as Json[])[at] ?? null })),
        path,
        nameHole,
      ),
    );
    return { type: 'list', items };
  }
  if (lengths.has(0)) return { type: 'data', hole: fill(instances, path, nameHole, ({ value }) => value) };
  const key = nameHole(path);
  const item = derive(
    nested(instances, key, (value) => (value as Json[]).map((element) => [element, {}])),
    path,
    nameHole,
  );
  return { type: 'loop', key, item };
}

/** Fields that not every instance has get a condition; keys that hardly two instances share make it a map. */
function deriveObject(instances: readonly Instance[], path: readonly string[], nameHole: NameHole): Template {
  const keys = keysOf(instances);
  const sizes = instances.map(({ value }) => Object.keys(value as object).length);
  if (keys.length === 0) return { type: 'constant', value: {} };
  if (sizes.includes(0)) return { type: 'data', hole: fill(instances, path, nameHole, ({ value }) => value) };
  if (keys.length > 2 * Math.max(...new Set(sizes)) + 4) {
    const key = nameHole(path);
    const entries = (value: Json): [Json, Values][] =>
      Object.entries(value as Values).map(([name, field]) => [field, { key: name }]);
    return { type: 'map', key, value: derive(nested(instances, key, entries), path, nameHole) };
  }
  const fields = keys.map((key): Field => {
    const having = instances.filter(({ value }) => Object.hasOwn(value as object, key));
    const condition = having.length === instances.length ? undefined : nameHole(['has', key]);
    if (condition !== undefined) for (const { own } of having) own[condition] = true;
    const fieldInstances = having.map((instance) => ({
      ...instance,
      value: (instance.value as Values)[key] ?? null,
    }));
    return { key, condition, template: derive(fieldInstances, [...path, key], nameHole) };
  });
  return { type: 'object', fields };
}

/** Instances of what lies inside, each with values of its own, which are listed under the key. */
function nested(
  instances: readonly Instance[],
  key: string,
  parts: (value: Json) => readonly (readonly [Json, Values])[],
): readonly Instance[] {
  return instances.flatMap((instance) => {
    const inside = parts(instance.value).map(([value, own]) => ({ ...instance, value, own }));
    instance.own[key] = inside.map(({ own }) => own);
    return inside;
  });
}

function keysOf(instances: readonly Instance[]): readonly string[] {
  const keys = new Set<string>();
  for (const { value } of instances) for (const key of Object.keys(value as object)) keys.add(key);
  return [...keys];
}

function isCollection(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function isList(value: Json): boolean {
  return Array.isArray(value);
}

function isMap(value: Json): boolean {
  return isCollection(value) && !isList(value);
}
