import { tokenIn } from '../../secrets/token-patterns.ts';
import type { Path } from '../source.ts';
import { entry } from './entry.ts';
import { ANYWHERE, OF_PARTS, OF_SECTIONS, OF_SERVICES } from './known-elsewhere.ts';

/** A key that no schema knows, and what was written behind it. */
export interface UnknownKey {
  readonly key: string;
  readonly found: unknown;
}

/**
 * Where Charthouse has what a word of Kubernetes, Compose or Helm stands for, with the value that was written where it
 * fits; undefined for a word nobody uses there.
 */
export function elsewhere({ key, found }: UnknownKey, path: Path): string | undefined {
  const word = key.toLowerCase().replace(/[_-]/g, '');
  const isOfService = path[0] === 'services' && path.length === 3;
  if (isOfService && word === 'image' && typeof found === 'string') return imageIn(found, String(path[1]));
  const meant = entry(tableAt(path), word) ?? entry(ANYWHERE, word);
  return meant === undefined ? undefined : `write ${withValue(meant, found).replace('NAME', nameAt(path))}`;
}

/** The words of where a key stands: of a file, a service, another named entry, or a part of a service. */
function tableAt(path: Path): Readonly<Record<string, string>> {
  const [section = '', , part = ''] = path;
  if (path.length === 1) return OF_SECTIONS;
  if (path.length === 3)
    return section === 'services' ? OF_SERVICES : (entry(OF_PARTS, String(section)) ?? {});
  return (path.length === 4 ? entry(OF_PARTS, `${section}.${part}`) : undefined) ?? {};
}

/** `registry.example/shop/api:1.2` is where the image is and its version, which are said in two places. */
function imageIn(found: string, service: string): string | undefined {
  const [, repository, tag = '...'] = /^([a-z0-9][^@\s]*?)(?::([\w.-]+))?(?:@.*)?$/.exec(found) ?? [];
  if (repository === undefined) return undefined;
  return `write \`repository: ${repository}\` here, and the version in \`images: {${service}: {tag: ${shownTag(tag)}}}\` of the environment`;
}

/** YAML takes a tag of digits and dots for a number. */
function shownTag(tag: string): string {
  return /^[0-9][0-9._]*$/.test(tag) ? `"${tag}"` : tag;
}

/** The name of the service for words that name one in the environment's other sections. */
function nameAt(path: Path): string {
  return path[0] === 'services' && path.length > 1 ? String(path[1]) : 'NAME';
}

/** A fix with each `VALUE(...)` filled in: with what was written where it is of the same form, else with its example. */
function withValue(meant: string, found: unknown): string {
  return meant.replace(/VALUE\(([^)]*)\)/g, (_, example: string) => {
    if (/^[0-9]+$/.test(example)) return Number.isInteger(found) ? String(found) : example;
    if (typeof found !== 'string' || !PLAIN.test(found) || tokenIn(found) !== undefined) return example;
    return example.startsWith('"') ? `"${found}"` : found;
  });
}

const PLAIN = /^[A-Za-z0-9*/][A-Za-z0-9 ./:*,_-]*$/;
