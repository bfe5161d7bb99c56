import { oncePerInventory } from './once.ts';
import type { Workload } from './workload.ts';

/** Whether istiod puts a sidecar into pods of a namespace, as far as its labels tell. */
export const isInjectedNamespace = oncePerInventory(({ ofKind }) => {
  const injected = new Set<string>();
  for (const { metadata } of ofKind('Namespace')) {
    const labels = metadata.labels ?? {};
    const isAsked = labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;
    if (isAsked && labels['istio-injection'] !== 'disabled') injected.add(metadata.name);
  }
  return (namespace: string): boolean => injected.has(namespace);
});

/**
 * Whether pods of a workload get a sidecar. False where the namespace is not rendered.
 * https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export const isInjected = oncePerInventory((inventory) => {
  const inNamespace = isInjectedNamespace(inventory);
  return ({ namespace, podLabels, podAnnotations, pod }: Workload): boolean => {
    const wish = podLabels['sidecar.istio.io/inject'] ?? podAnnotations['sidecar.istio.io/inject'];
    return inNamespace(namespace) && wish !== 'false' && pod.hostNetwork !== true;
  };
});
