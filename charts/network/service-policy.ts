import type { Construct } from 'constructs';
import { NetworkPolicy } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { anyPodOf, serviceLabels } from '../labels.ts';
import { egressRules } from './egress-rules.ts';
import { ingressRules } from './ingress-rules.ts';

const BOTH = ['Ingress', 'Egress'] as const;

/** What the pods of a service, those of its migration included, may reach and be reached by. */
export function servicePolicy(scope: Construct, service: Service, environment: Environment): void {
  new NetworkPolicy(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    spec: {
      podSelector: { matchLabels: anyPodOf(service.name) },
      policyTypes: BOTH,
      ingress: ingressRules(service, environment),
      egress: egressRules(service, environment),
    },
  });
}
