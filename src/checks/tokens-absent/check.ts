import { fieldPath, itemPath } from '../../fields/field-path.ts';
import { tokenIn } from '../../secrets/token-patterns.ts';
import type { Check } from '../check.ts';

export const tokensAbsent: Check = {
  name: 'tokens-absent',
  topic: 'secrets',
  severity: 'error',
  summary: 'No object holds a text with the form of a well-known key, token or URL with a password.',
  why: 'Bots find such texts in repositories within minutes. The message says what was found and where, never the text.',
  fix: 'Revoke the token first: it is in the history of Git. Then refer to the remote secret with `secretFiles` or `env`.',
  sources: [
    'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  ],
  examine: ({ objects }, tell) => {
    for (const object of objects) {
      // Values of Secrets are a fault of their own, whatever they are.
      if (object.kind === 'Secret' || !holdsToken(object)) continue;
      for (const { field, what } of tokensOf(object, '')) {
        tell(object, field, `expected a reference to a Secret, found what looks like ${what}`);
      }
    }
  },
};

/** Nearly every object holds none, so paths are made only for those that do. */
function holdsToken(value: unknown): boolean {
  if (typeof value === 'string') return tokenIn(value) !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsToken);
  for (const key in value) {
    if (holdsToken((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

interface Token {
  readonly field: string;
  readonly what: string;
}

function tokensOf(value: unknown, field: string): readonly Token[] {
  if (typeof value === 'string') {
    const what = tokenIn(value);
    return what === undefined ? [] : [{ field, what }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => tokensOf(item, pathTo(value, key, item, field)));
}

function pathTo(parent: object, key: string, item: unknown, field: string): string {
  return Array.isArray(parent) ? itemPath(field, Number(key), item) : fieldPath(field, key);
}
