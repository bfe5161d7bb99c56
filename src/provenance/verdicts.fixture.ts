import type { InputPlace } from '../model/finding.ts';
import type { RenderedField } from './field-question.ts';
import type { Mutation } from './mutations.fixture.ts';
import { placesIn } from './place-findings.ts';
import { placesOf } from './places.ts';
import type { Description } from './variants.ts';

/**
 * How well a finding at what a scalar decides would be placed: at the scalar's own line, where any field is its own; at
 * the line of what it is in; at that of something else that decides the field too; at the line of what does not; nowhere.
 */
export type Verdict = 'exact' | 'parent' | 'beside' | 'wrong' | 'none';

/** The verdict on each scalar that moves any field. */
export function verdictsOn(
  mutations: readonly Mutation[],
  description: Description,
): ReadonlyMap<Mutation, Verdict> {
  const fields = new Map<string, { readonly field: RenderedField; readonly lines: Set<string> }>();
  const moving = mutations.filter(({ moved }) => moved.length > 0);
  for (const mutation of moving) {
    const lines = linesAround(mutation, description);
    for (const field of mutation.moved) {
      const known = fields.get(keyOf(field)) ?? { field, lines: new Set() };
      for (const line of lines) known.lines.add(line);
      fields.set(keyOf(field), known);
    }
  }
  const asked = [...fields.values()].map(({ field }) => field);
  const places = placesIn(asked, description);
  const nameOf = (field: RenderedField) => {
    const known = fields.get(keyOf(field));
    return { line: known && lineOf(places.get(known.field)), right: known?.lines ?? new Set() };
  };
  return new Map(
    moving.map((mutation) => {
      const [own, ...around] = linesAround(mutation, description);
      const named = mutation.moved.map(nameOf);
      return [mutation, verdictOf(named, own ?? '', around)];
    }),
  );
}

interface Named {
  readonly line: string | undefined;
  /** Lines that decide the field, and of what those are in. */
  readonly right: ReadonlySet<string>;
}

function verdictOf(named: readonly Named[], own: string, around: readonly string[]): Verdict {
  if (named.some(({ line }) => line === own)) return 'exact';
  if (named.some(({ line }) => line !== undefined && around.includes(line))) return 'parent';
  if (named.some(({ line, right }) => line !== undefined && right.has(line))) return 'beside';
  return named.every(({ line }) => line === undefined) ? 'none' : 'wrong';
}

/** The line of a scalar, then those of what it is in, outwards. */
function linesAround({ path }: Mutation, description: Description): readonly string[] {
  const paths = path.map((_, index) => path.slice(0, path.length - index));
  return paths.map((inner) => lineOf(placesOf(inner, description).place) ?? '');
}

function lineOf(place: InputPlace | undefined): string | undefined {
  return place && `${place.file}:${place.line}`;
}

function keyOf({ file, object, field }: RenderedField): string {
  return `${file} ${object.kind} ${object.namespace} ${object.name} ${field}`;
}
