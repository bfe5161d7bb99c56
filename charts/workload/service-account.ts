import type { Construct } from 'constructs';
import { bindingOf } from '../../choices/clouds/index.ts';
import { ServiceAccount } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { requiredSecret } from '../secrets/required-secret.ts';

/**
 * The identity of a service's pods, in the mesh and, where it has one, in the cloud.
 * No token for the Kubernetes API is mounted: the tokens of Istio and of IRSA are volumes of their own.
 */
export function addServiceAccount(scope: Construct, service: Service, environment: Environment): void {
  const { name, identity, secretKeys } = service;
  const required = requiredSecret(
    environment,
    name,
    secretKeys.map(({ key }) => key),
  );
  new ServiceAccount(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
      ...((identity || required) && { annotations: { ...bindingOf(identity).account, ...required } }),
    },
    automountServiceAccountToken: false,
  });
}
