/** A setting that a choice of the cluster cannot carry out, why, and what does it instead. */
export interface Refusal {
  /** Where it is asked for, from the root of the input; `*` stands for every name. */
  readonly at: string;
  /** Whether what is written there asks for it, in the service it belongs to; anything does if left out. */
  readonly asks?: (written: unknown, service: Readonly<Record<string, unknown>>) => boolean;
  /** What is asked for, where its key does not say it. */
  readonly what?: string;
  /** Why not, as a clause: `a sidecar counts the requests, and there is no mesh`. */
  readonly because: string;
  /** What to do instead, as an order. */
  readonly instead: string;
}
