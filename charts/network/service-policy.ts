import type { Construct } from 'constructs';
import { NetworkPolicy, type NetworkPolicyIngressRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { type Labels, migrationPodsOf, serviceLabels, workingPodsOf } from '../labels.ts';
import { migrationName } from '../names.ts';
import { egressRules } from './egress-rules.ts';
import { ingressRules } from './ingress-rules.ts';

const BOTH = ['Ingress', 'Egress'] as const;

/** What the pods of a service may reach and be reached by; its migration may reach the same, and nobody calls it. */
export function servicePolicy(scope: Construct, service: Service, environment: Environment): void {
  const ingress = ingressRules(service, environment);
  add(scope, service, environment, { name: service.name, pods: workingPodsOf(service), ingress });
  if (!service.migrate) return;
  const name = migrationName(service.name);
  add(scope, service, environment, { name, pods: migrationPodsOf(service.name), ingress: [] });
}

interface Policy {
  readonly name: string;
  readonly pods: Labels;
  readonly ingress: readonly NetworkPolicyIngressRule[];
}

function add(
  scope: Construct,
  service: Service,
  environment: Environment,
  { name, pods, ingress }: Policy,
): void {
  new NetworkPolicy(scope, {
    metadata: { name, namespace: environment.namespaces.services, labels: serviceLabels(service) },
    spec: {
      podSelector: { matchLabels: pods },
      policyTypes: BOTH,
      // An empty list is not stored: applied again, it would be a change each time.
      ...(ingress.length > 0 && { ingress }),
      egress: egressRules(service, environment),
    },
  });
}
