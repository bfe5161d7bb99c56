import { goString } from './go-template.ts';
import { fieldPath, type Site } from './site.ts';
import type { Vector } from './value-path.ts';

/** Texts that are files of the chart, as nobody would find another value between them: the value says which one. */
export interface LongTexts {
  /** The names by which the value chooses, one per environment; undefined for a value that is no long text. */
  readonly keep: (site: Site, vector: Vector) => Vector | undefined;
  /** Paths within the chart and their texts. */
  readonly files: ReadonlyMap<string, string>;
}

/** About a screen of text. */
const LONG = 1000;

/** Keeps the texts that differ between environments; a text goes by the name of the first environment that has it. */
export function longTexts(environments: readonly string[]): LongTexts {
  const files = new Map<string, string>();
  const keep = (site: Site, vector: Vector): Vector | undefined => {
    if (!isLong(site, vector)) return undefined;
    return vector.map((text) => {
      if (text === undefined) return undefined;
      const name = environments[vector.indexOf(text)] as string;
      files.set(
        pathOf(site).replace('%s', () => name),
        text as string,
      );
      return name;
    });
  };
  return { keep, files };
}

/** Prints the text that a value chooses; a name without a text is an error, not an empty file. */
export function longTextExpression(site: Site, vector: Vector, reference: string): string {
  const names = [...new Set(vector.filter((name) => name !== undefined))].join(', ');
  const message = `${fieldPath(site).at(-1)} has texts of ${names}`;
  const file = `printf ${goString(pathOf(site))} ${reference}`;
  return `required ${goString(message)} (.Files.Get (${file})) | quote`;
}

/** Keys of ConfigMaps hold nothing that a path could not. */
function isLong({ object, path }: Site, vector: Vector): boolean {
  if (object.kind !== 'ConfigMap' || path?.parent?.key !== 'data') return false;
  const present = vector.filter((text) => text !== undefined);
  return (
    present.every((text) => typeof text === 'string') && present.some((text) => String(text).length > LONG)
  );
}

/** With `%s` where the name of the environment goes. */
function pathOf(site: Site): string {
  const { root } = site.object;
  return `texts/${root.slice(2).join('/')}/%s/${fieldPath(site).at(-1)}`;
}
