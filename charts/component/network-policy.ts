import type { Construct } from 'constructs';
import { NetworkPolicy } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import { dnsRule } from '../network/dns-rule.ts';
import { controlPlaneRule } from '../network/egress-rules.ts';
import { unlessEmpty } from '../workload/unless-empty.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { Component } from './component.ts';
import { componentLabels, podsOfComponent } from './labels.ts';

/** What a component may take and reach: what it asks for, DNS, and istiod where it is in the mesh. */
export function addNetworkPolicy(
  scope: Construct,
  environment: Environment,
  component: Component,
  metadata: ComponentMetadata,
): void {
  const isScheduled = component.kind === 'CronJob';
  const isInMesh = !isScheduled && component.mesh !== undefined && isMeshed(environment);
  new NetworkPolicy(scope, {
    metadata,
    spec: {
      podSelector: { matchLabels: isScheduled ? componentLabels(component) : podsOfComponent(component) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: unlessEmpty(component.ingress),
      egress: [
        dnsRule(environment),
        ...(isInMesh ? [controlPlaneRule(environment)] : []),
        ...component.egress,
      ],
    },
  });
}
