import type { Construct } from 'constructs';
import { PriorityClass } from '../../imports/kubernetes.ts';
import type { Priority } from '../../src/model/environment.ts';

/** A priority that pods name themselves. Never the cluster's default, which would reach pods of other platforms. */
export function priorityClass(scope: Construct, { className, value, description }: Priority): void {
  new PriorityClass(scope, {
    metadata: { name: className },
    value,
    preemptionPolicy: 'PreemptLowerPriority',
    globalDefault: false,
    description,
  });
}
