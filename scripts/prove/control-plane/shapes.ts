import type { Stored } from './client.ts';

/** A container of a pod, as far as proofs look at it. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly restartPolicy?: string;
  readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  readonly envFrom?: readonly { readonly secretRef?: Reference; readonly configMapRef?: Reference }[];
  readonly env?: readonly {
    readonly valueFrom?: { readonly secretKeyRef?: KeyReference; readonly configMapKeyRef?: KeyReference };
  }[];
}

interface Reference {
  readonly name: string;
  readonly optional?: boolean;
}

interface KeyReference extends Reference {
  readonly key: string;
}

/** Keys of a Secret or ConfigMap that a volume makes files of; all of them without `items`. */
interface Files {
  readonly optional?: boolean;
  readonly items?: readonly { readonly key: string }[];
}

/** Where files of a pod come from. */
export interface Volume {
  readonly secret?: Files & { readonly secretName: string };
  readonly configMap?: Files & { readonly name: string };
  readonly projected?: {
    readonly sources: readonly {
      readonly secret?: Files & { readonly name: string };
      readonly configMap?: Files & { readonly name: string };
    }[];
  };
}

/** A pod. */
export interface Pod extends Stored {
  readonly spec: {
    readonly nodeName?: string;
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly Volume[];
  };
  readonly status: {
    readonly phase?: string;
    readonly startTime?: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly message?: string;
    }[];
  };
}

/** A claim of a volume. */
export interface Claim extends Stored {
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly storageClassName?: string;
    readonly resources: { readonly requests: Readonly<Record<string, string>> };
  };
  readonly status: { readonly phase?: string };
}

/** What runs pods: replicas it asks for, and those that are ready. */
export interface Workload extends Stored {
  readonly spec: { readonly replicas?: number };
  readonly status?: {
    readonly readyReplicas?: number;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
    readonly succeeded?: number;
  };
}

/** What keeps the number of replicas between bounds. */
export interface Autoscaler extends Stored {
  readonly spec: { readonly minReplicas?: number };
  readonly status?: { readonly currentReplicas?: number };
}
