import type { Path } from '../config/source.ts';
import { changedFields } from '../fields/changed-fields.ts';
import { type FieldPath, readSteps } from '../fields/field-path.ts';
import { follow } from '../fields/field-value.ts';
import type { Environment } from '../model/environment.ts';
import type { InputPlace } from '../model/finding.ts';
import type { Change } from './changed-document.ts';
import { chosenValues } from './chosen-values.ts';
import { type Decider, decidedBy, type Question } from './decided-by.ts';
import { fieldQuestions, type RenderedField } from './field-question.ts';
import { namedPlaces } from './named-places.ts';
import { type Place, placesOf } from './places.ts';
import { removable } from './removable.ts';
import { scalarsOf } from './scalars.ts';
import { type Description, type Variant, variantsOf } from './variants.ts';

/** A part of the input that decides something. */
export interface Decision extends Place {
  /** Path in the merged document: `services.web.scaling.max`. */
  readonly path: Path;
}

/** Where everything in an environment comes from. Nothing is worked out before it is asked for. */
export interface Provenance {
  readonly environment: Environment;
  /** Every text, number and boolean of the input, in the order of the merged document. */
  readonly scalars: readonly Decision[];
  /** For each field what decides it, most specific first; empty where no scalar of the input does. */
  readonly ofFields: (fields: readonly RenderedField[]) => ReadonlyMap<RenderedField, readonly Decision[]>;
  /** For each path in the Environment, written as paths of fields are, what decides it, most specific first. */
  readonly ofModel: (paths: readonly FieldPath[]) => ReadonlyMap<FieldPath, readonly Decision[]>;
  /** The key that has a field, or the whole object, be there at all: without it there is none. */
  readonly reasonFor: (field: RenderedField) => Decision | undefined;
  /**
   * The line of the input that decided each field: of what decides a value the most specific; of a field that holds several,
   * what they have in common; else, and for a field that is not there, what has it or its surroundings be there. Fields that
   * no line decides are left out.
   */
  readonly placesOf: (fields: readonly RenderedField[]) => ReadonlyMap<RenderedField, InputPlace>;
  /** The environment with other values in the input, and what it would render; undefined where there is none. */
  readonly variant: (changes: readonly Change[]) => Variant | undefined;
}

/** The provenance of one environment, which has to be a right one. See rationale.md for how it is found out. */
export function provenanceOf(description: Description): Provenance {
  const variants = variantsOf(description);
  const { merged, base } = variants;
  const scalars = scalarsOf(merged);
  const choices = once(() => chosenValues(merged, scalars, variants.settle));
  const decide = <Q extends Question>(questions: readonly Q[]) => decidedBy(questions, choices(), variants);
  const toDecision = (path: Path): Decision => ({ path, ...placesOf(path, description) });
  const ranked = (deciders: readonly Decider[], breadth: (decider: Decider) => number) =>
    mostSpecificFirst(deciders, base, breadth).map(({ choice }) => toDecision(choice.scalar.path));
  const questionOf = fieldQuestions(base);
  const questionsOf = (fields: readonly RenderedField[]) =>
    new Map(fields.map((field) => [field, questionOf(field)]));
  const decisionsOf = (questions: ReturnType<typeof questionsOf>) => {
    const deciders = decide([...questions.values()].filter((question) => question !== undefined));
    return mapValues(questions, (question) =>
      question ? ranked(deciders.get(question) ?? [], question.breadthIn) : [],
    );
  };
  const reasonFor: Provenance['reasonFor'] = (field) => {
    const question = questionOf(field);
    const path = question && removable(question, variants);
    return path && toDecision(path);
  };
  return {
    environment: base.environment,
    scalars: scalars.map(({ path }) => toDecision(path)),
    ofFields: (fields) => decisionsOf(questionsOf(fields)),
    ofModel: (paths) => {
      const questions = new Map(paths.map((path) => [path, modelQuestion(path, base)]));
      const deciders = decide([...questions.values()]);
      return mapValues(questions, (question) => ranked(deciders.get(question) ?? [], () => 0));
    },
    reasonFor,
    placesOf: (fields) => {
      const questions = questionsOf(fields);
      return namedPlaces(questions, { decisions: decisionsOf(questions), reasonFor, toDecision });
    },
    variant: variants.vary,
  };
}

function modelQuestion(path: FieldPath, base: Variant): Question {
  const steps = readSteps(path);
  const valueIn = ({ environment }: Variant) => follow(environment, steps);
  const before = valueIn(base);
  return { isMoved: (variant) => changedFields(before, valueIn(variant)).length > 0 };
}

/**
 * What takes the object away comes last; what changes values comes before what changes which there are, then what decides little else in the Environment, then
 * what decides little else in the object.
 */
function mostSpecificFirst(
  deciders: readonly Decider[],
  base: Variant,
  breadth: (decider: Decider) => number,
): readonly Decider[] {
  if (deciders.length < 2) return deciders;
  const ranks = new Map(
    deciders.map((decider) => {
      const { choice, variant } = decider;
      const reach = changedFields(base.environment, variant.environment).length;
      const width = breadth(decider);
      const isLost = width === Number.POSITIVE_INFINITY;
      return [decider, [Number(isLost), Number(choice.isSwitch), reach, width, -choice.scalar.path.length]];
    }),
  );
  const rankOf = (decider: Decider) => ranks.get(decider) ?? [];
  return [...deciders].sort((a, b) => compare(rankOf(a), rankOf(b)));
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): ReadonlyMap<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
