import { isMap, type Path, type YamlMap } from '../config/source.ts';

/** A text, number or boolean of the input, and its path in the merged document. */
export interface Scalar {
  readonly path: Path;
  readonly value: string | number | boolean;
}

/** Every scalar of a document, in its order. What is null is not there. */
export function scalarsOf(document: YamlMap): readonly Scalar[] {
  const scalars: Scalar[] = [];
  collect(document, [], scalars);
  return scalars;
}

function collect(value: unknown, path: Path, scalars: Scalar[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], scalars);
  } else if (isMap(value)) {
    for (const key of Object.keys(value)) collect(value[key], [...path, key], scalars);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    scalars.push({ path, value });
  }
}
