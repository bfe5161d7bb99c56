import type { AddOnName } from '../../../model/delivery.ts';
import type { EnvironmentOutline } from '../delivered-environment.ts';
import type { Turn } from '../sync-wave.ts';

/** Values of a Helm chart. */
export type Values = Readonly<Record<string, unknown>>;

/** A pod security standard. */
export type PodSecurity = 'restricted' | 'baseline' | 'privileged';

/** Something in a cluster that rendered objects need, as the Helm chart of its makers. */
export interface AddOn {
  readonly name: AddOnName;
  readonly chart: { readonly repository: string; readonly name: string; readonly version: string };
  /** Where its values are described. */
  readonly source: string;
  readonly turn: Turn;
  readonly namespace: (outline: EnvironmentOutline) => string;
  /** Pods that its namespace admits, and further labels of it. Undefined: the namespace is somebody else's. */
  readonly admits?: (outline: EnvironmentOutline) => PodSecurity | undefined;
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Namespaces beside its own that its chart puts something into. */
  readonly alsoIn?: readonly string[];
  /** API groups of the kinds it brings: nothing of theirs can be applied without it. */
  readonly groups?: readonly string[];
  /** Kinds of others, as `group/Kind`, that do nothing without it. */
  readonly kinds?: readonly string[];
  /** What annotations begin with that do nothing without it. */
  readonly annotations?: readonly string[];
  /** Add-ons that it needs itself. */
  readonly needs?: readonly AddOnName[];
  readonly values?: (outline: EnvironmentOutline) => Values;
  /** Where its chart takes the annotations of its service account; for those that talk to AWS. */
  readonly accountPath?: readonly string[];
  /** Fields of webhooks that it writes itself, once it runs. */
  readonly writesWebhooks?: boolean;
}
