import type { Environment } from '../src/model/environment.ts';
import type { Image, Service } from '../src/model/service.ts';

/** A map of label keys and values. */
export type Labels = Readonly<Record<string, string>>;

/** What a pod of a service is there for: the service's own work, or its migration before a release. */
export type Component = Service['kind'] | 'migration';

/** Name of the variant that every service has: the one its own `image` describes. */
export const STABLE = 'stable';

/** Name of the pods of a new version while a canary release is under way. */
export const CANARY = 'canary';

/** Labels that every object of an environment carries: the platform's tags and the recommended labels of Kubernetes. */
export function environmentLabels(environment: Environment): Labels {
  return { ...environment.tags, ...platformLabels(environment) };
}

/**
 * The same without the tags, for pods: a tag on them would make each change of a cost centre a release of everything.
 * Costs of pods are told by the labels of their namespace.
 */
export function platformLabels({ platform }: Environment): Labels {
  return { 'app.kubernetes.io/managed-by': 'charthouse', 'app.kubernetes.io/part-of': platform };
}

const labelsByService = new WeakMap<Service, Labels>();

/** Labels of the objects of one service, beside those of the environment: one map for all of them. */
export function serviceLabels(service: Service): Labels {
  const known = labelsByService.get(service);
  if (known) return known;
  const labels = { 'app.kubernetes.io/component': service.kind, 'app.kubernetes.io/name': service.name };
  labelsByService.set(service, labels);
  return labels;
}

/** Labels of a pod. */
export function podLabels(
  environment: Environment,
  service: Service,
  pod: { readonly image: Image; readonly variant?: string; readonly component?: Component },
): Labels {
  return {
    'app.kubernetes.io/component': pod.component ?? service.kind,
    'app.kubernetes.io/managed-by': 'charthouse',
    'app.kubernetes.io/name': service.name,
    'app.kubernetes.io/part-of': environment.platform,
    'app.kubernetes.io/version': versionLabel(pod.image),
    'charthouse.dev/variant': pod.variant ?? STABLE,
  };
}

/** Selects every pod that acts in the name of a service, its migration included: what policies bind to. */
export function anyPodOf(service: string): Labels {
  return { 'app.kubernetes.io/name': service };
}

/** Selects the pods that do a service's own work, all variants: what Services and disruption budgets bind to. */
export function workingPodsOf(service: Service): Labels {
  return { 'app.kubernetes.io/component': service.kind, 'app.kubernetes.io/name': service.name };
}

/** Selects the pods that prepare a release of a service. */
export function migrationPodsOf(service: string): Labels {
  return { 'app.kubernetes.io/component': 'migration', 'app.kubernetes.io/name': service };
}

/** Selects the pods of one variant: what a Deployment binds to. Never changes with a release. */
export function variantPodsOf(service: Service, variant: string): Labels {
  return { ...workingPodsOf(service), 'charthouse.dev/variant': variant };
}

/** A tag as it is, or the first twelve hexadecimal digits of a digest: label values hold 63 characters of few kinds. */
function versionLabel(image: Image): string {
  return image.tag ?? (image.digest ?? '').replace(/^sha256:/, '').slice(0, 12);
}
