import type { Environment } from '../src/model/environment.ts';
import type { Mesh, Meshed } from '../src/model/mesh.ts';
import type { Service } from '../src/model/service.ts';

/** Host name of a service inside the cluster, fully qualified, as Istio wants hosts. */
export function serviceHost(environment: Environment, service: string): string {
  return `${service}.${environment.namespaces.services}.svc.cluster.local`;
}

/** A ServiceAccount, by which a mesh knows the pods that run as it. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Identity of the pods of an account in a mesh, without `spiffe://`. */
export function principalOf({ trustDomain }: Mesh, { namespace, name }: Account): string {
  return `${trustDomain}/ns/${namespace}/sa/${name}`;
}

/** Account of a service's pods: every service has one of its own name. */
export function accountOf({ namespaces }: Environment, service: string): Account {
  return { namespace: namespaces.services, name: service };
}

/** Accounts of the pods of all services: Istio lets a principal end with `*`. */
export function anyAccount({ namespaces }: Environment): Account {
  return { namespace: namespaces.services, name: '*' };
}

/** Account of the mesh gateway's pods. */
export function gatewayAccount({ mesh }: Meshed): Account {
  const { namespace, serviceAccount } = mesh.gateway;
  return { namespace, name: serviceAccount };
}

/** Account of a component's pods in the monitoring namespace: every component has one of its own name. */
export function componentAccount({ namespaces }: Environment, component: string): Account {
  return { namespace: namespaces.monitoring, name: component };
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

/** Name of the Service of the version that serves, where a way in shares requests out between two Services. */
export function stableName(service: string): string {
  return `${service}-stable`;
}

/** Name of the Service of the version that is being brought out. */
export function canaryName(service: string): string {
  return `${service}-canary`;
}

/** Name of the Service that leads to the new version of a service before requests go over to it. */
export function previewName(service: string): string {
  return `${service}-preview`;
}
