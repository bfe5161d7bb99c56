import type { IContainer, IVolume } from 'kubernetes-models/v1';
import { oncePerItem } from './once.ts';
import type { Workload } from './workload.ts';

/** Where a pod reads a Secret or a ConfigMap. */
export interface PodReference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  /** Keys it must have. */
  readonly keys: readonly string[];
  readonly field: string;
}

/** Every Secret and ConfigMap the pods of a workload do not start without. */
export const podReferences = oncePerItem(
  ({ pod, podField, containers }: Workload): readonly PodReference[] => [
    ...containers.flatMap(({ container, field }) => [
      ...fromEnv(container, field),
      ...fromEnvFrom(container, field),
    ]),
    ...(pod.volumes ?? []).flatMap((volume) => fromVolume(volume, `${podField}.volumes[${volume.name}]`)),
    ...(pod.imagePullSecrets ?? []).map(({ name }) => ({
      kind: 'Secret' as const,
      name: name ?? '',
      keys: [],
      field: `${podField}.imagePullSecrets[${name}]`,
    })),
  ],
);

interface Source {
  readonly name?: string;
  readonly optional?: boolean;
}

function toReference(
  kind: PodReference['kind'],
  source: Source | undefined,
  keys: readonly string[],
  field: string,
): readonly PodReference[] {
  return source?.name && source.optional !== true ? [{ kind, name: source.name, keys, field }] : [];
}

function fromEnv({ env = [] }: IContainer, field: string): readonly PodReference[] {
  return env.flatMap(({ name, valueFrom }) => {
    const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
    const at = `${field}.env[${name}].valueFrom`;
    return [
      ...toReference('Secret', secretKeyRef, [secretKeyRef?.key ?? ''], `${at}.secretKeyRef`),
      ...toReference('ConfigMap', configMapKeyRef, [configMapKeyRef?.key ?? ''], `${at}.configMapKeyRef`),
    ];
  });
}

function fromEnvFrom({ envFrom = [] }: IContainer, field: string): readonly PodReference[] {
  return envFrom.flatMap(({ secretRef, configMapRef }, index) => [
    ...toReference('Secret', secretRef, [], `${field}.envFrom[${index}].secretRef`),
    ...toReference('ConfigMap', configMapRef, [], `${field}.envFrom[${index}].configMapRef`),
  ]);
}

interface Items {
  readonly items?: readonly { readonly key: string }[];
}

function fromVolume(volume: IVolume, field: string): readonly PodReference[] {
  const { secret, configMap, projected } = volume;
  const sources = projected?.sources ?? [];
  const named = secret && { name: secret.secretName, optional: secret.optional };
  return [
    ...toReference('Secret', named, keysOf(secret), `${field}.secret`),
    ...toReference('ConfigMap', configMap, keysOf(configMap), `${field}.configMap`),
    ...sources.flatMap((source, index) => {
      const at = `${field}.projected.sources[${index}]`;
      return [
        ...toReference('Secret', source.secret, keysOf(source.secret), `${at}.secret`),
        ...toReference('ConfigMap', source.configMap, keysOf(source.configMap), `${at}.configMap`),
      ];
    }),
  ];
}

function keysOf(source: Items | undefined): readonly string[] {
  return source?.items?.map(({ key }) => key) ?? [];
}
