import type { Construct } from 'constructs';
import { PodDisruptionBudget } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { KIND_TRAITS } from '../../src/model/kind-traits.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels, workingPodsOf } from '../labels.ts';

/**
 * Lets drains take one pod of a service at a time, all variants together, or what the service says instead.
 * It never stops a drain: the only pod of a service may move (`minAvailable` is refused where it would forbid that),
 * and pods that are not ready do not hold the node either, which by default they would until they got healthy.
 * Kinds without replicas have none, and neither has a service of one pod at most: it would permit everything.
 */
export function addDisruptionBudget(scope: Construct, service: Service, environment: Environment): void {
  if (KIND_TRAITS[service.kind].replicas === 'none') return;
  const { scaling, variants } = service;
  if (variants.reduce((sum, variant) => sum + variant.scaling.max, scaling.max) < 2) return;
  new PodDisruptionBudget(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    spec: {
      ...service.disruption,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: workingPodsOf(service) },
    },
  });
}
