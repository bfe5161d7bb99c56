import type { k8s } from 'cdk8s-plus-28';

type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** `sleep` came with Kubernetes 1.30, after the release these types describe. */
type WithSleep<T> = T & { readonly sleep?: { readonly seconds: number } };

/**
 * The plain data a typed API structure stands for: quantities and int-or-strings as they are written in YAML,
 * dates as text, everything readonly.
 */
export type Plain<T> =
  // First, so that what may be left out is looked at without its `undefined`.
  T extends undefined
    ? T
    : // Quantity and IntOrString have one structure, so the compiler cannot tell them apart.
      Exactly<T, k8s.Quantity> extends true
      ? number | string
      : T extends Date
        ? string
        : T extends readonly (infer Item)[]
          ? readonly Plain<Item>[]
          : Exactly<T, k8s.LifecycleHandler> extends true
            ? WithSleep<{ readonly [Key in keyof T]: Plain<T[Key]> }>
            : T extends object
              ? { readonly [Key in keyof T]: Plain<T[Key]> }
              : T;
