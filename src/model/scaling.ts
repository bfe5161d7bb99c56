/** How many pods run. `min` equal to `max` is a fixed size and nothing scales it. */
export interface Scaling {
  readonly min: number;
  readonly max: number;
  /** Pods at usual load, where the platform says it: told to people, and sets nothing. */
  readonly usual?: number | undefined;
  /** Target average utilisation of requests, percent. */
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  /** HTTP requests a second that each pod is to get on average. */
  readonly requestsPerSecond?: number | undefined;
}

/** How many pods of a service a drain of nodes may take: at most `maxUnavailable` at once, or all but `minAvailable`. */
export type DisruptionBudget = { readonly maxUnavailable: number } | { readonly minAvailable: number };

/** Whether two pods of one revision share a node: `preferred` only if there is no other place, `required` never. */
export type AntiAffinity = 'preferred' | 'required';
