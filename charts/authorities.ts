import type { PodVolume, VolumeMount } from '../imports/kubernetes.ts';
import { AUTHORITIES_FOLDER, authorityFile } from '../src/model/authority-file.ts';
import type { Authority, Dependency, Endpoint } from '../src/model/dependency.ts';

/** Everything outside that an edge of a service reaches. */
export function endpointsOf(dependencies: readonly Dependency[]): readonly Endpoint[] {
  return dependencies.flatMap((dependency) => (dependency.to === 'service' ? [] : dependency.endpoints));
}

/** The volume with the certificates of every authority that clients of the endpoints verify with; none where there is none. */
export function authorityVolumes(endpoints: readonly Endpoint[]): readonly PodVolume[] {
  const authorities = authoritiesOf(endpoints);
  if (authorities.length === 0) return [];
  const sources = authorities.map(({ name, configMap, key }) => ({
    configMap: { name: configMap, items: [{ key, path: authorityFile({ name }).split('/').at(-1) ?? name }] },
  }));
  return [{ name: VOLUME, projected: { sources } }];
}

/** Where containers find them. */
export function authorityMounts(endpoints: readonly Endpoint[]): readonly VolumeMount[] {
  if (authoritiesOf(endpoints).length === 0) return [];
  return [{ name: VOLUME, mountPath: AUTHORITIES_FOLDER, readOnly: true }];
}

/** An annotation that says why clients of some endpoint do not look who answers. */
export function unverifiedAnnotation(
  endpoints: readonly Endpoint[],
): Readonly<Record<string, string>> | undefined {
  const reasons = new Set(endpoints.flatMap(({ trust }) => trust?.unverified ?? []));
  return reasons.size > 0 ? { 'charthouse.dev/unverified': [...reasons].sort().join('; ') } : undefined;
}

const VOLUME = 'authorities';

/** Each once, sorted by name. */
function authoritiesOf(endpoints: readonly Endpoint[]): readonly Authority[] {
  const byName = new Map<string, Authority>();
  for (const { trust } of endpoints) {
    if (trust?.authority) byName.set(trust.authority.name, trust.authority);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
