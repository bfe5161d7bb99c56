import type { Environment } from '../src/model/environment.ts';
import type { Service } from '../src/model/service.ts';

/** Host name of a service inside the cluster, fully qualified, as Istio wants hosts. */
export function serviceHost(environment: Environment, service: string): string {
  return `${service}.${environment.namespaces.services}.svc.cluster.local`;
}

/** Identity of a service's pods in the mesh, without `spiffe://`. Every service has a ServiceAccount of its own name. */
export function servicePrincipal(environment: Environment, service: string): string {
  return principal(environment, environment.namespaces.services, service);
}

/** Identities of the pods of all services: Istio lets a principal end with `*`. */
export function anyServicePrincipal(environment: Environment): string {
  return principal(environment, environment.namespaces.services, '*');
}

/** Identity of the mesh gateway's pods. */
export function gatewayPrincipal(environment: Environment): string {
  const { namespace, serviceAccount } = environment.mesh.gateway;
  return principal(environment, namespace, serviceAccount);
}

/** Identity of a component's pods in the monitoring namespace. Every component has a ServiceAccount of its own name. */
export function componentPrincipal(environment: Environment, component: string): string {
  return principal(environment, environment.namespaces.monitoring, component);
}

/** Name of the objects that prepare a release of a service. */
export function migrationName(service: string): string {
  return `${service}-migrate`;
}

/** Name of the objects of one variant of a service; the stable one has the service's own name. */
export function variantName(service: string, variant: string): string {
  return variant === 'stable' ? service : `${service}-${variant}`;
}

/** Whether a Service leads to the new version of a service before requests go over to it. */
export function hasPreview({ release }: Service): boolean {
  return release?.strategy === 'blue-green' && release.preview !== undefined;
}

/** Name of the Service that leads to the new version of a service before requests go over to it. */
export function previewName(service: string): string {
  return `${service}-preview`;
}

function principal(environment: Environment, namespace: string, serviceAccount: string): string {
  return `${environment.mesh.trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}
