import type { Concern } from '../concern.ts';
import { deploymentsOf, isAutoscaled } from '../deployments.ts';
import { deploymentOwner, owned } from '../owner.ts';
import { addAutoscaler } from './horizontal-pod-autoscaler.ts';
import { addDisruptionBudget } from './pod-disruption-budget.ts';
import { addScaledObject } from './scaled-object.ts';

/** How many pods there are: as many as the load asks for, and all but one while nodes come and go. */
export const scaling: Concern = {
  name: 'scaling',
  summary: 'HorizontalPodAutoscaler or ScaledObject, and PodDisruptionBudget',
  perService(scope, service, environment) {
    for (const deployment of deploymentsOf(service)) {
      if (!isAutoscaled(deployment.scaling)) continue;
      const add = deployment.scaling.requestsPerSecond === undefined ? addAutoscaler : addScaledObject;
      owned(add(scope, service, environment, deployment), deploymentOwner(service.name, deployment));
    }
    addDisruptionBudget(scope, service, environment);
  },
};
