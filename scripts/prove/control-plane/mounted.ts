import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Api } from './api.ts';
import type { Container, Pod, Volume } from './shapes.ts';

/** Something a pod cannot start without: an object and, where it names one, a key of it. */
interface Needed {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key?: string;
}

/** What a pod reads from Secrets and ConfigMaps and is not there: `Secret web key database.url`. */
export async function missingFiles(api: Api, pod: Pod): Promise<readonly string[]> {
  const containers = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])];
  const needed = [...(pod.spec.volumes ?? []).flatMap(ofVolume), ...containers.flatMap(ofContainer)];
  const missing = new Set<string>();
  for (const need of needed) {
    if (!(await isThere(api, pod.metadata.namespace ?? '', need))) missing.add(shown(need));
  }
  return [...missing].sort();
}

function ofVolume({ secret, configMap, projected }: Volume): readonly Needed[] {
  const all = [
    ...(secret ? [{ secret: { ...secret, name: secret.secretName } }] : []),
    ...(configMap ? [{ configMap }] : []),
    ...(projected?.sources ?? []),
  ];
  return all.flatMap((source) => {
    const [kind, from] = source.secret
      ? ['Secret' as const, source.secret]
      : ['ConfigMap' as const, source.configMap];
    if (from === undefined || from.optional) return [];
    return from.items
      ? from.items.map(({ key }) => ({ kind, name: from.name, key }))
      : [{ kind, name: from.name }];
  });
}

function ofContainer({ envFrom = [], env = [] }: Container): readonly Needed[] {
  const whole = envFrom.flatMap(({ secretRef, configMapRef }) => [
    ...(secretRef && !secretRef.optional ? [{ kind: 'Secret' as const, name: secretRef.name }] : []),
    ...(configMapRef && !configMapRef.optional
      ? [{ kind: 'ConfigMap' as const, name: configMapRef.name }]
      : []),
  ]);
  const keys = env.flatMap(({ valueFrom }) => {
    const [kind, from] = valueFrom?.secretKeyRef
      ? ['Secret' as const, valueFrom.secretKeyRef]
      : ['ConfigMap' as const, valueFrom?.configMapKeyRef];
    return from && !from.optional ? [{ kind, name: from.name, key: from.key }] : [];
  });
  return [...whole, ...keys];
}

/** The certificates that every namespace gets have their own controllers, one of which is the mesh's. */
async function isThere(api: Api, namespace: string, { kind, name, key }: Needed): Promise<boolean> {
  const object: ManifestObject = { apiVersion: 'v1', kind, metadata: { name, namespace } };
  const stored = await api.get(object);
  if (stored === undefined || key === undefined) return stored !== undefined;
  return [stored['data'], stored['binaryData']].some((data) => Object.hasOwn(data ?? {}, key));
}

function shown({ kind, name, key }: Needed): string {
  return key === undefined ? `${kind} ${name}` : `${kind} ${name} key ${key}`;
}
