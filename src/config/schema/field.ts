import { z } from 'zod';

/** Marks a message as the noun phrase that follows "expected". */
export const EXPECTED = 'expected ';

/** JSON Schema keywords that describe a field to an editor. */
type EditorSchema = Readonly<Record<string, unknown>>;

/**
 * A field whose text is turned into what the charts need.
 * `read` gives undefined for what it cannot use; the message then says what was expected.
 * `editor` is the JSON Schema of the text as it is written.
 */
export function field<Output>(
  expected: string,
  editor: EditorSchema,
  read: (value: unknown) => Output | undefined,
): z.ZodType<Output> {
  return z
    .unknown()
    .transform((value, context) => {
      const output = read(value);
      if (output !== undefined) return output;
      context.addIssue({ code: 'custom', message: EXPECTED + expected, input: value });
      return z.NEVER;
    })
    .meta({ ...editor }) as unknown as z.ZodType<Output>;
}

/** A string of a given form. */
export function text(expected: string, pattern: RegExp, maximum = 253): z.ZodString {
  return z
    .string()
    .regex(pattern, { error: EXPECTED + expected })
    .max(maximum, {
      error: `${EXPECTED}at most ${maximum} characters`,
    });
}

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number): z.ZodNumber {
  const error = `${EXPECTED}a whole number from ${minimum} to ${maximum}`;
  return z.number({ error }).int({ error }).min(minimum, { error }).max(maximum, { error });
}
