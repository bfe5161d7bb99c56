import type { PodVolume, VolumeMount } from '../imports/kubernetes.ts';
import { AUTHORITIES_FOLDER, authorityFile } from '../src/model/authority-file.ts';
import type { Authority, Resource } from '../src/model/resource.ts';

/** The volume with the certificates of every authority that clients of the resources verify with; none where there is none. */
export function authorityVolumes(resources: readonly Resource[]): readonly PodVolume[] {
  const authorities = authoritiesOf(resources);
  if (authorities.length === 0) return [];
  const sources = authorities.map(({ name, configMap, key }) => ({
    configMap: { name: configMap, items: [{ key, path: authorityFile({ name }).split('/').at(-1) ?? name }] },
  }));
  return [{ name: VOLUME, projected: { sources } }];
}

/** Where containers find them. */
export function authorityMounts(resources: readonly Resource[]): readonly VolumeMount[] {
  if (authoritiesOf(resources).length === 0) return [];
  return [{ name: VOLUME, mountPath: AUTHORITIES_FOLDER, readOnly: true }];
}

/** An annotation that says why clients of some resource do not look who answers. */
export function unverifiedAnnotation(
  resources: readonly Resource[],
): Readonly<Record<string, string>> | undefined {
  const reasons = new Set(resources.flatMap(({ trust }) => trust.unverified ?? []));
  return reasons.size > 0 ? { 'charthouse.dev/unverified': [...reasons].sort().join('; ') } : undefined;
}

const VOLUME = 'authorities';

/** Each once, sorted by name. */
function authoritiesOf(resources: readonly Resource[]): readonly Authority[] {
  const byName = new Map<string, Authority>();
  for (const { trust } of resources) {
    if (trust.authority) byName.set(trust.authority.name, trust.authority);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
