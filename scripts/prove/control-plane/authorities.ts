import { resourcesOf } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';

/** The ConfigMaps with the certificates of authorities, which others keep in both namespaces, as the input says them. */
export function authorityConfigMaps({ services, namespaces }: Environment): readonly ManifestObject[] {
  const resources = services.flatMap(({ dependencies }) => resourcesOf(dependencies));
  const authorities = resources.flatMap(({ trust }) => trust.authority ?? []);
  const keys = new Map(authorities.map(({ configMap, key }) => [configMap, key]));
  return [namespaces.services, namespaces.monitoring].flatMap((namespace) =>
    [...keys].map(([name, key]) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace },
      data: { [key]: 'made up' },
    })),
  );
}
