import type { Path } from '../config/source.ts';
import type { InputPlace } from '../model/finding.ts';
import type { FieldQuestion, RenderedField } from './field-question.ts';
import type { Decision } from './provenance.ts';

/** What a line is chosen from. */
export interface Known {
  /** What decides each, most specific first. */
  readonly decisions: ReadonlyMap<RenderedField, readonly Decision[]>;
  readonly reasonFor: (field: RenderedField) => Decision | undefined;
  readonly toDecision: (path: Path) => Decision;
}

/** The one line to name for each field, where there is any: see `Provenance.placesOf`. */
export function namedPlaces(
  questions: ReadonlyMap<RenderedField, FieldQuestion | undefined>,
  { decisions, reasonFor, toDecision }: Known,
): ReadonlyMap<RenderedField, InputPlace> {
  const places = new Map<RenderedField, InputPlace>();
  for (const [field, question] of questions) {
    if (!question) continue;
    const decided = decisions.get(field) ?? [];
    const named = question.isValue ? decided[0] : inCommon(decided, toDecision);
    const decision = named ?? reasonFor(field) ?? decided[0];
    if (decision) places.set(field, decision.place);
  }
  return places;
}

/** The part of the input that holds everything that decides: not a whole section, nor the document. */
function inCommon(decided: readonly Decision[], toDecision: (path: Path) => Decision): Decision | undefined {
  const [first, ...others] = decided;
  if (!first || others.length === 0) return first;
  const apart = first.path.findIndex((step, index) => others.some(({ path }) => path[index] !== step));
  const common = first.path.slice(0, apart < 0 ? undefined : apart);
  return common.length > 1 ? toDecision(common) : undefined;
}
