import { z } from 'zod';
import { EXPECTED } from './field.ts';

/** What is written of a choice: the settings of the one that is chosen, below its name. */
type OneOf<Choices extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Choices]?: z.output<Choices[Name]> | undefined;
};

/** A map with a single key, the name of what is chosen: two files that choose differently are told so. */
export function onlyOneOf<Choices extends Readonly<Record<string, z.ZodType>>>(
  choices: Choices,
): z.ZodType<OneOf<Choices>> {
  const names = Object.keys(choices);
  const shape = Object.fromEntries(names.map((name) => [name, (choices[name] as z.ZodType).optional()]));
  return z.strictObject(shape).superRefine((value, context) => {
    const chosen = names.filter((name) => value[name] !== undefined);
    if (chosen.length === 1) return;
    const wanted = names.length === 1 ? `the key \`${names[0]}\`` : `one of ${names.join(', ')}`;
    const found = chosen.length > 1 ? `, found ${chosen.join(' and ')}` : '';
    context.addIssue({ code: 'custom', message: `${EXPECTED}${wanted}${found}`, input: value });
  }) as unknown as z.ZodType<OneOf<Choices>>;
}
