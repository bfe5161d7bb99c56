/** One more entry of a registry: what it is imported as, from where, and its name there. */
export interface Entry {
  /** Of its folder, and of the entry: `event-bus`. */
  readonly name: string;
  readonly constant: string;
  /** File of the folder that exports the constant: `type.ts`. */
  readonly file: string;
}

/** The registry with the import and the entry, which comes last. Throws where it is not of the form `export const X = {...} as const`. */
export function registerEntry(registry: string, { name, constant, file }: Entry): string {
  const end = registry.indexOf('\n} as const');
  if (end < 0) throw new Error('the registry has no list that ends with `} as const`');
  const key = name === constant ? name : `'${name}': ${constant}`;
  const listed = `${registry.slice(0, end)}\n  ${key},${registry.slice(end)}`;
  return `import { ${constant} } from './${name}/${file}';\n${listed}`;
}

/** A name as a constant: `eventBus` for `event-bus`. */
export function constantOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Why a folder cannot be called so; undefined where it can. */
export function faultOfName(name: string, exists: boolean): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `expected words in small letters with - between, found "${name}"`;
  return exists ? `there is ${name} already` : undefined;
}
