import type { Environment } from './environment.ts';
import type { ContainerResources } from './service.ts';

/** Istio: where its own parts are and how its sidecars behave. */
export interface Istio {
  readonly kind: 'istio';
  readonly controlPlaneNamespace: string;
  readonly trustDomain: string;
  readonly gateway: {
    readonly namespace: string;
    readonly serviceAccount: string;
    /** Name of the gateway's Kubernetes Service. */
    readonly service: string;
    readonly selector: Readonly<Record<string, string>>;
  };
  /** Sidecar resources of Burstable pods. */
  readonly proxy: ContainerResources;
  readonly tracing: { readonly provider: string; readonly samplingPercent: number } | undefined;
}

/** What stands between pods, proves who calls and counts requests. */
export type Mesh = Istio;

/** An environment whose pods are in a mesh. */
export type Meshed = Environment & { readonly mesh: Mesh };

/** The mesh of an environment, for what is only made where there is one. */
export function meshOf({ mesh }: { readonly mesh: Mesh | undefined }): Mesh {
  if (!mesh) throw new Error('an object of a mesh, and the environment has none');
  return mesh;
}

/** Whether the pods of an environment are in a mesh. */
export function isMeshed(environment: Environment): environment is Meshed {
  return environment.mesh !== undefined;
}
