import { KIND_TRAITS } from '../src/model/kind-traits.ts';
import type { Scaling } from '../src/model/scaling.ts';
import type { Image, Service } from '../src/model/service.ts';
import { STABLE } from './labels.ts';
import { variantName } from './names.ts';

/** One Deployment of a service: its stable version, or a variant beside it. */
export interface ServiceDeployment {
  readonly name: string;
  readonly variant: string;
  readonly image: Image;
  readonly scaling: Scaling;
}

/** The Deployments of a service, the stable one first. Kinds that are rolled out have at least one, others none. */
export function deploymentsOf(service: Service): readonly ServiceDeployment[] {
  if (!KIND_TRAITS[service.kind].isRolledOut) return [];
  const { name, image, scaling, variants } = service;
  return [
    { name, variant: STABLE, image, scaling },
    ...variants.map((variant) => ({
      name: variantName(name, variant.name),
      variant: variant.name,
      image: variant.image,
      scaling: variant.scaling,
    })),
  ];
}

/** What runs the pods of a service that is always running: Kubernetes itself, or Argo Rollouts where it is released so. */
export function workloadType({ release }: Service): { readonly apiVersion: string; readonly kind: string } {
  return release ? ROLLOUT : DEPLOYMENT;
}

const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment' } as const;
const ROLLOUT = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' } as const;

/** Whether an autoscaler sets the number of pods; `replicas` in Git would then undo its work at every sync. */
export function isAutoscaled({ min, max, cpu, memory, requestsPerSecond }: Scaling): boolean {
  return min !== max && (cpu !== undefined || memory !== undefined || requestsPerSecond !== undefined);
}
