import type { Choice } from './chosen-values.ts';
import type { Variant, Variants } from './variants.ts';

/** Whatever can be asked of a variant. */
export interface Question {
  /** Whether the answer is another one than as things are; undefined where the variant has none. */
  readonly isMoved: (variant: Variant) => boolean | undefined;
}

/** A scalar that decides something, and the variant with another value in its place. */
export interface Decider {
  readonly choice: Choice;
  readonly variant: Variant;
}

/**
 * For each question the scalars that decide its answer. Many are changed at once: what the answer does not depend on
 * leaves with its group, so the number of variants grows with what decides, and only by its logarithm with all there is.
 */
export function decidedBy<Q extends Question>(
  questions: readonly Q[],
  choices: readonly Choice[],
  variants: Variants,
): ReadonlyMap<Q, readonly Decider[]> {
  const found = new Map(questions.map((question) => [question, [] as Decider[]]));
  const search: Search<Q> = { variants, tell: (question, decider) => found.get(question)?.push(decider) };
  // What is there at all would hide what the others decide of it.
  narrow(
    choices.filter(({ isSwitch }) => !isSwitch),
    questions,
    search,
  );
  narrow(
    choices.filter(({ isSwitch }) => isSwitch),
    questions,
    search,
  );
  return found;
}

interface Search<Q extends Question> {
  readonly variants: Variants;
  readonly tell: (question: Q, decider: Decider) => void;
}

function narrow<Q extends Question>(group: readonly Choice[], asked: readonly Q[], search: Search<Q>): void {
  const [choice] = group;
  if (choice === undefined || asked.length === 0) return;
  const { variants, tell } = search;
  const isAlone = group.length === 1;
  const variant = isAlone ? variantOf(choice, variants) : variants.vary(group.map(({ change }) => change));
  // What cannot be made of many changes at once can be of fewer.
  const moved = variant ? asked.filter(({ isMoved }) => isMoved(variant) ?? !isAlone) : asked;
  if (!isAlone) {
    const half = group.length >> 1;
    narrow(group.slice(0, half), moved, search);
    narrow(group.slice(half), moved, search);
  } else if (variant) for (const question of moved) tell(question, { choice, variant });
}

/** The variant with one scalar changed, into a value that is right alone if there is one. */
function variantOf({ change, others }: Choice, variants: Variants): Variant | undefined {
  for (const value of [change.value, ...others]) {
    const variant = variants.vary([{ path: change.path, value }], true);
    if (variant) return variant;
  }
  return variants.vary([change]);
}
