import type { Construct } from 'constructs';
import { Deployment } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { deploymentsOf } from '../deployments.ts';
import { serviceLabels } from '../labels.ts';
import { deploymentOwner, owned } from '../owner.ts';
import { reloadOnSecretChange } from './reload.ts';
import { podsOf, sizeOf } from './running-pods.ts';

/** The Deployments of a service that is always running: its stable version and each variant, which share everything else. */
export function addDeployments(scope: Construct, service: Service, environment: Environment): void {
  const reload = reloadOnSecretChange(service);
  for (const deployment of deploymentsOf(service)) {
    const object = new Deployment(scope, {
      metadata: {
        name: deployment.name,
        namespace: environment.namespaces.services,
        labels: { ...serviceLabels(service), 'charthouse.dev/variant': deployment.variant },
        ...reload,
      },
      spec: {
        ...sizeOf(service, deployment),
        strategy: STRATEGY,
        ...podsOf(service, environment, deployment),
      },
    });
    owned(object, deploymentOwner(service.name, deployment));
  }
}

const STRATEGY = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } } as const;
