import type { Construct } from 'constructs';
import { Rollout } from '../../imports/argo-rollouts.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Release } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { deploymentsOf } from '../deployments.ts';
import { serviceLabels } from '../labels.ts';
import { owned } from '../owner.ts';
import { reloadOnSecretChange } from './reload.ts';
import { rolloutStrategy } from './rollout-strategy.ts';
import { podsOf, sizeOf } from './running-pods.ts';

/**
 * The Rollout of a service whose new versions take over in steps or all at once: what a Deployment would say of its
 * pods, and how Argo Rollouts brings a new template out. It has no variants beside it.
 */
export function addRollout(
  scope: Construct,
  service: Service,
  environment: Environment,
  release: Release,
): void {
  for (const deployment of deploymentsOf(service)) {
    const object = new Rollout(scope, {
      metadata: {
        name: deployment.name,
        namespace: environment.namespaces.services,
        labels: { ...serviceLabels(service), 'charthouse.dev/variant': deployment.variant },
        ...reloadOnSecretChange(service),
      },
      spec: {
        ...sizeOf(service, deployment),
        // By default a version that never gets ready would stay half released.
        progressDeadlineAbort: true,
        // Going back to one of the last versions skips the steps: it has been through them.
        rollbackWindow: { revisions: 3 },
        strategy: rolloutStrategy(service, release, environment),
        ...podsOf(service, environment, deployment),
      },
    });
    owned(object, { service: service.name, part: 'release' });
  }
}
