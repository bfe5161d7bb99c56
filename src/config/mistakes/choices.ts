import type { z } from 'zod';
import type { Report } from '../report.ts';
import type { Choices } from '../schema/known-keys.ts';
import type { Path } from '../source.ts';

/** A choice of keys that nobody made, or by a word that is none, is the fault of the key that chooses. */
export function asFaultOfChoice(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || !('discriminator' in issue)) return issue;
  const { discriminator = '', options = [] } = issue as Pick<Unmatched, 'discriminator' | 'options'>;
  const input = (issue.input as Readonly<Record<string, unknown>>)[discriminator];
  return { code: 'invalid_value', values: options.map(String), path: issue.path, message: '', input };
}

/** What zod says of it, and only some of its types. */
interface Unmatched {
  readonly discriminator?: string;
  readonly options?: readonly unknown[];
}

/** Reports a key that belongs to another choice than the map around it makes. Says whether it does. */
export function isOfAnotherChoice(
  path: Path,
  key: string,
  around: Readonly<Record<string, unknown>>,
  choices: Choices | undefined,
  report: Report,
): boolean {
  const words = [...(choices?.words ?? [])];
  const others = words.flatMap(([word, keys]) => (keys.includes(key) ? [`\`${word}\``] : []));
  if (!choices || others.length === 0) return false;
  const chosen = String(around[choices.key]);
  const own = choices.words.get(chosen) ?? [];
  const ofItsOwn = own.filter(
    (name) => name !== choices.key && !words.every(([, keys]) => keys.includes(name)),
  );
  const fix =
    ofItsOwn.length > 0 ? `remove it; \`${chosen}\` has: ${ofItsOwn.sort().join(', ')}` : 'remove it';
  report([...path, key], `\`${key}\` is for ${choices.key} ${others.join(', ')}, and this is \`${chosen}\``, {
    fix,
    at: 'key',
  });
  return true;
}
