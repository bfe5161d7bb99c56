import type { NetworkPolicyPeer } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Labels } from '../labels.ts';
import { namespaceNamed } from '../network/ingress-rules.ts';
import type { Component } from './component.ts';

/** Labels of the objects of one component, beside those of the environment. */
export function componentLabels({ name, purpose }: Pick<Component, 'name' | 'purpose'>): Labels {
  return { 'app.kubernetes.io/component': purpose, 'app.kubernetes.io/name': name };
}

/** Selects the pods of a component that keeps running. Never changes, as selectors of workloads cannot. */
export function podsOfComponent({ name }: Pick<Component, 'name'>): Labels {
  return { 'app.kubernetes.io/name': name };
}

/** The pods of a component of the monitoring namespace, for policies of any namespace. */
export function componentPeer(name: string, { namespaces }: Environment): NetworkPolicyPeer {
  return {
    ...namespaceNamed(namespaces.monitoring),
    podSelector: { matchLabels: podsOfComponent({ name }) },
  };
}
