import type { ManifestObject } from '../../model/manifest.ts';
import { nearest } from '../../words/nearest.ts';

/** The known `apiVersion kind` most likely meant by one that is not known. */
export function likelyKind(
  { apiVersion, kind }: Pick<ManifestObject, 'apiVersion' | 'kind'>,
  names: ReadonlySet<string>,
): string | undefined {
  const group = groupPart(apiVersion);
  const all = [...names];
  const inGroup = all.filter((name) => groupPart(name) === group);
  const otherVersion = inGroup.find((name) => name.endsWith(` ${kind}`));
  if (otherVersion !== undefined) return otherVersion;
  const otherGroup = all.filter((name) => name.endsWith(` ${kind}`));
  return nearest(`${apiVersion} ${kind}`, inGroup) ?? nearest(`${apiVersion} ${kind}`, otherGroup);
}

function groupPart(name: string): string {
  const slash = name.indexOf('/');
  return slash < 0 ? '' : name.slice(0, slash);
}
