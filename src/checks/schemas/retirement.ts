import { kubernetesRetirements } from './kubernetes-retirements.ts';
import { operatorRetirements } from './operator-retirements.ts';

/** The end of an API version. */
export interface Retirement {
  /** Minor version of Kubernetes that warns of it; undefined for versions of operators, which have versions of their own. */
  readonly deprecatedIn: number | undefined;
  /** Minor version of Kubernetes that no longer serves it, or an operator and its version; undefined: none yet. */
  readonly removedIn: number | string | undefined;
  /** The apiVersion to write instead, and what else is to be done. */
  readonly instead: string;
}

/** By `apiVersion kind`; `apiVersion *` stands for every kind of that version. */
export type Retirements = Readonly<Record<string, Retirement>>;

const RETIREMENTS: Retirements = { ...kubernetesRetirements, ...operatorRetirements };

/** The end of the API version of a kind; undefined when none is in sight. */
export function retirementOf(apiVersion: string, kind: string): Retirement | undefined {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(RETIREMENTS, key) ? RETIREMENTS[key] : wholeVersion(apiVersion);
}

function wholeVersion(apiVersion: string): Retirement | undefined {
  const key = `${apiVersion} *`;
  return Object.hasOwn(RETIREMENTS, key) ? RETIREMENTS[key] : undefined;
}

/** Whether a cluster of this minor version no longer has it; of an operator only the newest version can be meant. */
export function isRemoved({ removedIn }: Retirement, kubernetesMinor: number): boolean {
  return typeof removedIn === 'number' ? removedIn <= kubernetesMinor : removedIn !== undefined;
}
