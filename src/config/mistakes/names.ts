import type { z } from 'zod';

/** What to call something whose name has another form than its place wants; undefined where no form of it fits. */
export function nameFix(name: string, schema: z.ZodType | undefined): string | undefined {
  const words = name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).filter(Boolean);
  const forms = [words.join('-').toLowerCase(), words.join('_').toUpperCase(), words.join('')];
  const form = forms.find((one) => one !== name && schema?.safeParse(one).success);
  return form && `write \`${form}\``;
}
