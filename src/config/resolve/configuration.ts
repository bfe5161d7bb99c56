import type { SecretFile, SecretKey, SecretVariable } from '../../model/service.ts';
import type { Path } from '../source.ts';
import { type ReferenceContext, resolveText } from './references.ts';

/** What a service is configured with: literals, and what comes from its Secret. */
export interface Configuration {
  readonly config: Readonly<Record<string, string>>;
  readonly secretVariables: readonly SecretVariable[];
  readonly secretFiles: readonly SecretFile[];
  /** Every key that a variable or a file takes, once, sorted. */
  readonly secretKeys: readonly SecretKey[];
}

/** The environment variables and secret files of a service, references filled in, sorted by name. */
export function configurationOf(context: ReferenceContext): Configuration {
  const config: Record<string, string> = {};
  const secretVariables: SecretVariable[] = [];
  const keys = new Map<string, SecretKey>();
  const { env = {} } = context.service;
  for (const variable of Object.keys(env).sort()) {
    const path = ['services', context.name, 'env', variable];
    const resolved = resolveText(textOf(env[variable], path, context), path, context);
    if (resolved?.kind === 'literal') config[variable] = resolved.text;
    if (resolved?.kind !== 'secret') continue;
    keys.set(resolved.key.key, resolved.key);
    secretVariables.push({ variable, key: resolved.key.key });
  }
  const secretFiles = secretFilesOf(context, keys);
  const secretKeys = [...keys.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { config, secretVariables, secretFiles, secretKeys };
}

/** Numbers and booleans become the text they are written as; `1.10` would lose its zero, so it needs quotes. */
function textOf(
  value: string | number | boolean | undefined,
  path: Path,
  { scope }: ReferenceContext,
): string {
  if (typeof value !== 'number' && typeof value !== 'boolean') return value ?? '';
  const written = scope.respelled(path, value);
  if (written !== undefined) {
    scope.report(path, `the service would get ${value}, not ${written}`, {
      fix: `put it in quotes: "${written}"`,
    });
  }
  return String(value);
}

function secretFilesOf(context: ReferenceContext, keys: Map<string, SecretKey>): readonly SecretFile[] {
  const files: SecretFile[] = [];
  const { secretFiles = {} } = context.service;
  for (const file of Object.keys(secretFiles).sort()) {
    const path = ['services', context.name, 'secretFiles', file];
    const resolved = resolveText(secretFiles[file] as string, path, context);
    if (resolved?.kind === 'literal') {
      // What stands here may be the secret itself, so it is not shown, and not to be moved to `env` either.
      context.scope.report(path, 'expected a reference to a secret, found text', {
        fix: 'write ${postgres.writer.url} or ${secret.NAME.PROPERTY}; a secret that was written here belongs into the secret store, and if it was committed, revoke it first',
      });
    }
    if (resolved?.kind !== 'secret') continue;
    keys.set(resolved.key.key, resolved.key);
    files.push({ file, key: resolved.key.key });
  }
  return files;
}
