import type { IConstruct } from 'constructs';
import type { ServiceDeployment } from './deployments.ts';
import { STABLE } from './labels.ts';

/** Whose objects are, where the file that a concern adds to does not say it. */
export interface Owner {
  readonly service?: string | undefined;
  /** The variant beside the stable version; undefined for the service as a whole. */
  readonly variant?: string | undefined;
  /** What of the service the input turns on: `release`. */
  readonly part?: string | undefined;
}

const owners = new WeakMap<IConstruct, Owner>();

/** Says whose an object is, or everything below a construct; gives the construct back. */
export function owned<T extends IConstruct>(construct: T, owner: Owner): T {
  owners.set(construct, owner);
  return construct;
}

/** The owner that was said for exactly this construct. */
export function ownerOf(construct: IConstruct): Owner | undefined {
  return owners.get(construct);
}

/** The owner of what belongs to one Deployment of a service. */
export function deploymentOwner(service: string, { variant }: ServiceDeployment): Owner {
  return { service, variant: variant === STABLE ? undefined : variant };
}
