import { imageVersion } from '../config/schema/environment-sections.ts';

/** What an image is pinned to: a tag, a digest, or both, in which case the digest decides. */
export interface ImageVersion {
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Versions as `TAG`, `@sha256:...` or `TAG@sha256:...`, by `service` and `service/variant`. */
export type Versions = ReadonlyMap<string, string>;

/** The version that `TAG`, `@DIGEST` or `TAG@DIGEST` names, or what is wrong with it, as the input would be told. */
export function parseVersion(text: string): ImageVersion | { readonly fault: string } {
  const at = text.indexOf('@');
  const tag = at < 0 ? text : text.slice(0, at);
  if (/[/:]/.test(tag)) return { fault: 'expected the tag alone: registry and name are in the input' };
  const parts = { ...(tag !== '' && { tag }), ...(at >= 0 && { digest: text.slice(at + 1) }) };
  const result = imageVersion.safeParse(parts);
  return result.success ? result.data : { fault: String(result.error.issues[0]?.message) };
}

/** A version as `TAG`, `@DIGEST` or `TAG@DIGEST`, as `parseVersion` reads it. */
export function formatVersion({ tag = '', digest }: ImageVersion): string {
  return digest === undefined ? tag : `${tag}@${digest}`;
}

/** Where the version of `service` or `service/variant` stands in the input. */
export function pathOfImage(name: string): readonly string[] {
  const [service = '', variant] = name.split('/');
  return variant === undefined ? ['images', service] : ['images', service, 'variants', variant];
}
