import type { Construct } from 'constructs';
import { LimitRange } from '../../imports/kubernetes.ts';
import type { Namespace } from '../../src/model/environment.ts';

/**
 * What a container gets that says nothing about its resources: with a quota in the namespace, the API server refuses
 * pods without requests and memory limits. CPU has no default limit: throttling costs more than a busy neighbour.
 */
export function limitRange(scope: Construct, { name }: Namespace): void {
  new LimitRange(scope, { metadata: { name: 'defaults', namespace: name }, spec: DEFAULTS });
}

const DEFAULTS = {
  limits: [
    { type: 'Container', defaultRequest: { cpu: '100m', memory: '128Mi' }, default: { memory: '256Mi' } },
  ],
} as const;
