import type { Construct } from 'constructs';
import { NetworkPolicy, type NetworkPolicyIngressRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import { dnsRule } from '../network/dns-rule.ts';
import { controlPlaneRule } from '../network/egress-rules.ts';
import { MERGED_METRICS, namespaceNamed } from '../network/ingress-rules.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { Component } from './component.ts';
import { componentPeer, podsOfComponent } from './labels.ts';

/** What a component may take and reach: what it asks for, DNS, its scrapes, and istiod where it is in the mesh. */
export function addNetworkPolicy(
  scope: Construct,
  environment: Environment,
  component: Component,
  metadata: ComponentMetadata,
): void {
  new NetworkPolicy(scope, {
    metadata,
    spec: {
      podSelector: { matchLabels: podsOfComponent(component) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [...component.ingress, ...scrapes(environment, component)],
      egress: [
        dnsRule(environment),
        ...(isMeshed(environment) && component.mesh ? [controlPlaneRule(environment)] : []),
        ...component.egress,
      ],
    },
  });
}

function scrapes(
  environment: Environment,
  { metrics, mesh }: Component,
): readonly NetworkPolicyIngressRule[] {
  if (!metrics && !mesh) return [];
  const ports = mesh ? MERGED_METRICS : [{ protocol: 'TCP', port: metrics?.port }];
  const { operatorNamespace } = environment.observability ?? {};
  const prometheus =
    operatorNamespace === undefined
      ? componentPeer('prometheus', environment)
      : namespaceNamed(operatorNamespace);
  return [{ from: [prometheus], ports }];
}
