import type { Construct } from 'constructs';
import { ServiceAccount } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';

/**
 * The identity of a service's pods, in the mesh and, where it has a role, in AWS.
 * No token for the Kubernetes API is mounted: the tokens of Istio and of IRSA are volumes of their own.
 */
export function addServiceAccount(scope: Construct, service: Service, environment: Environment): void {
  const { name, roleArn } = service;
  new ServiceAccount(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
      ...(roleArn !== undefined && { annotations: { 'eks.amazonaws.com/role-arn': roleArn } }),
    },
    automountServiceAccountToken: false,
  });
}
