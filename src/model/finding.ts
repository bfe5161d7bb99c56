import type { Severity, Topic } from './check.ts';

/** What identifies an API object. Cluster-scoped objects have no namespace. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** A justified, owned, expiring permission to break one check at one object. */
export interface Exception {
  /** What the input calls it. */
  readonly name: string;
  readonly check: string;
  readonly kind: string;
  readonly object: string;
  /** Undefined means: whatever the namespace is; the input refuses a name that stands for several objects. */
  readonly namespace: string | undefined;
  readonly justification: string;
  readonly owner: string;
  /** The last day it holds, `2027-02-01`. */
  readonly expires: string;
}

/** A line of the input, from 1. */
export interface InputPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a check found at one object of one environment. */
export interface Finding {
  readonly check: string;
  readonly topic: Topic;
  readonly severity: Severity;
  readonly platform: string;
  readonly environment: string;
  /** Path of the rendered file below the folder of all output: `manifests/shop/production/web.yaml`. */
  readonly file: string;
  readonly object: ObjectReference;
  /** Path within the object, items of lists by name where they have one: `spec.template.spec.containers[web].image`. */
  readonly field: string;
  /** What was expected and what was found. */
  readonly message: string;
  /** The exception that permits it: it is told, and does not count. */
  readonly exception: Exception | undefined;
  /** The line of the input that decided it, where that is known. */
  readonly place: InputPlace | undefined;
}
