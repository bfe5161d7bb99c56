import type { Environment } from '../../src/model/environment.ts';
import type { SecretContent } from './add-secret.ts';

/**
 * What an object says of the Secret that its pods read, where somebody else makes Secrets: `api: database-url, token`.
 * Undefined where External Secrets makes it.
 */
export function requiredSecret(
  { secrets }: Pick<Environment, 'secrets'>,
  name: string,
  keys: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (secrets.store !== 'kubernetes' || keys.length === 0) return undefined;
  return { 'charthouse.dev/required-secret': `${name}: ${[...keys].sort().join(', ')}` };
}

/** The keys of a Secret once it is made. */
export function keysOf({ data, template }: SecretContent): readonly string[] {
  return Object.keys(template?.data ?? Object.fromEntries(data.map(({ secretKey }) => [secretKey, ''])));
}
