import { z } from 'zod';

type Shape = Readonly<Record<string, z.ZodType>>;

/** What a map is read as, by its choice. */
type Read<Choice, Common extends Shape> = Choice extends { readonly shape: infer Own extends Shape }
  ? z.output<z.ZodObject<z.util.Extend<Common, Own>, z.core.$strict>>
  : never;

interface Choice {
  readonly shape: Shape;
}

/**
 * A map whose keys depend on what one of them chooses: those of the choice and those all have in common, in one place.
 * A word that is no choice, and the key of another one, are told by `validate`.
 */
export function choiceOf<const Choices extends readonly Choice[], Common extends Shape>(
  key: string,
  choices: Choices,
  common: Common,
): z.ZodType<Read<Choices[number], Common>> {
  const maps = choices.map(({ shape }) => z.strictObject({ ...common, ...shape }));
  const union = z.discriminatedUnion(key, maps as unknown as [z.ZodObject]);
  return union as unknown as z.ZodType<Read<Choices[number], Common>>;
}
