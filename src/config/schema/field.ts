import { z } from 'zod';

/** Marks a message as the noun phrase that follows "expected". */
export const EXPECTED = 'expected ';

/** JSON Schema keywords that describe a field to an editor. */
type EditorSchema = Readonly<Record<string, unknown>>;

/**
 * A field whose text is turned into what the charts need.
 * `read` gives undefined for what it cannot use; the message then says what was expected.
 * `editor` is the JSON Schema of the text as it is written; `suggest` gives what was most likely meant.
 */
export function field<Output>(
  expected: string,
  editor: EditorSchema,
  read: (value: unknown) => Output | undefined,
  suggest: (value: unknown) => string | undefined = () => undefined,
): z.ZodType<Output> {
  return z
    .unknown()
    .transform((value, context) => {
      const output = read(value);
      if (output !== undefined) return output;
      const params = { suggestion: suggest(value) };
      context.addIssue({ code: 'custom', message: EXPECTED + expected, input: value, params });
      return z.NEVER;
    })
    .meta({ description: sentence(expected), ...editor }) as unknown as z.ZodType<Output>;
}

/** A string of a given form. */
export function text(expected: string, pattern: RegExp, maximum = 253): z.ZodString {
  const message = EXPECTED + expected;
  return z
    .string({ error: ({ input }) => (input === undefined ? message : undefined) })
    .regex(pattern, { error: message })
    .max(maximum, {
      error: `${EXPECTED}at most ${maximum} characters`,
    })
    .describe(sentence(expected));
}

/** A string of a given form, where what was most likely meant can be said. */
export function hintedText(
  expected: string,
  pattern: RegExp,
  suggest: (value: string) => string | undefined,
): z.ZodString {
  const message = EXPECTED + expected;
  return z
    .string({ error: ({ input }) => (input === undefined ? message : undefined) })
    .max(253, { error: `${EXPECTED}at most 253 characters` })
    .superRefine((value, context) => {
      if (pattern.test(value)) return;
      const meant = suggest(value);
      const params = { suggestion: meant !== undefined && pattern.test(meant) ? meant : undefined };
      context.addIssue({ code: 'custom', message, input: value, params });
    })
    .meta({ description: sentence(expected), pattern: pattern.source });
}

/** What a map says of something that is no map: how one looks. */
export function mapLike(example: string): { error: z.core.$ZodErrorMap } {
  return {
    error: ({ code, input }) =>
      code === 'invalid_type' && input !== undefined ? `${EXPECTED}a map, such as {${example}}` : undefined,
  };
}

/** Text on one line, not empty. */
export function line(): z.ZodString {
  return text('text on one line', /^[^\r\n]*\S[^\r\n]*$/, 1000);
}

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number): z.ZodNumber {
  const error = `${EXPECTED}a whole number from ${minimum} to ${maximum}`;
  return z
    .number({ error })
    .int({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .describe(`A whole number from ${minimum} to ${maximum}`);
}

/** A map that may be left out, as all its keys have defaults: they are filled in once, not for every service anew. */
export function orDefaults<Map extends z.ZodType<object>>(schema: Map): z.ZodDefault<Map> {
  return schema.default(schema.parse({}) as z.util.NoUndefined<z.output<Map>>);
}

/** What was expected is what an editor says of a field that has nothing more to say. */
function sentence(expected: string): string {
  return expected.charAt(0).toUpperCase() + expected.slice(1);
}
