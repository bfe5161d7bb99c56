import type { Construct } from 'constructs';
import { NetworkPolicy } from '../../imports/kubernetes.ts';

/** Denies everything to and from every pod of a namespace; other policies add to it what is allowed. */
export function defaultDeny(scope: Construct, namespace: string): void {
  new NetworkPolicy(scope, {
    metadata: { name: 'default-deny', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
}
