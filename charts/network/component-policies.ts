import type { Construct } from 'constructs';
import {
  NetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicyIngressRule,
} from '../../imports/kubernetes.ts';
import { ADD_ON_TARGETS } from '../../monitoring/scrape/add-ons.ts';
import type { Environment } from '../../src/model/environment.ts';
import { kubernetesApiRule } from './changing-addresses.ts';
import { dnsRule } from './dns-rule.ts';
import { OTLP } from './egress-rules.ts';
import { MERGED_METRICS, namespaceNamed, prometheusPeer } from './ingress-rules.ts';
import { metricsAskers } from './metrics-askers.ts';
import { outsideRules } from './outside-rules.ts';

/**
 * What pods that are not services need in spite of the default deny: those of External Secrets, and of monitoring where
 * somebody else looks after them. What the environment's own observability runs has policies of its own.
 */
export function componentPolicies(scope: Construct, environment: Environment): void {
  const { mesh, namespaces, observability } = environment;
  const { monitoring, externalSecrets } = namespaces;
  if (!observability) {
    new NetworkPolicy(scope, {
      metadata: { name: 'dns', namespace: monitoring },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [dnsRule(environment)] },
    });
  }
  if (mesh?.tracing && !observability?.parts.tracing) traces(scope, environment);
  const hasPrometheus = observability?.mode === 'standalone' && observability.parts.metrics;
  if (!hasPrometheus) requestMetrics(scope, environment);
  if (externalSecrets !== undefined) externalSecretsPolicy(scope, externalSecrets, environment);
}

function externalSecretsPolicy(scope: Construct, namespace: string, environment: Environment): void {
  new NetworkPolicy(scope, {
    metadata: { name: 'external-secrets', namespace },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      // The API server calls the webhook. It is no pod and its addresses change, so no selector fits it;
      // what the webhook accepts is TLS and answers nothing but whether an object is valid.
      ingress: [{ ports: [{ protocol: 'TCP', port: 10250 }] }, ...secretMetrics(environment)],
      // Stores of clouds and who gives tokens for them as well as the API, wherever private endpoints for them may be.
      egress: [dnsRule(environment), kubernetesApiRule(environment), ...vaultRules(environment)],
    },
  });
}

/** The way to Vault, which may be in the cluster itself: `https://vault.vault.svc:8200`. */
function vaultRules({ secrets }: Environment): readonly NetworkPolicyEgressRule[] {
  if (secrets.store !== 'vault') return [];
  const { server, port, network } = secrets;
  const [, namespace, service] = new URL(server).hostname.split('.');
  if (namespace === undefined || service !== 'svc') return outsideRules([{ network, port }]);
  return [{ to: [namespaceNamed(namespace)], ports: [{ protocol: 'TCP', port }] }];
}

/** Lets Prometheus read whether secrets arrive. */
function secretMetrics(environment: Environment): readonly NetworkPolicyIngressRule[] {
  const isWatched = environment.observability?.addOns.some(({ name }) => name === 'external-secrets');
  const { port } = ADD_ON_TARGETS['external-secrets'];
  return isWatched ? [{ from: [prometheusPeer(environment)], ports: [{ protocol: 'TCP', port }] }] : [];
}

/** Lets the sidecars of services send their traces to whatever collects them in the monitoring namespace. */
function traces(scope: Construct, { namespaces }: Environment): void {
  new NetworkPolicy(scope, {
    metadata: { name: 'traces', namespace: namespaces.monitoring },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [namespaceNamed(namespaces.services)], ports: OTLP }],
    },
  });
}

/**
 * Lets those who scale or judge releases by requests ask the Prometheus of the monitoring namespace for them, and lets
 * that read them from the sidecars: with nothing to read it would say that there are none.
 */
function requestMetrics(scope: Construct, environment: Environment): void {
  const { prometheus, namespaces } = environment;
  if (prometheus?.monitoringPort === undefined) return;
  const { monitoringPort } = prometheus;
  const askers = metricsAskers(environment);
  if (askers.length === 0) return;
  new NetworkPolicy(scope, {
    metadata: { name: 'request-metrics', namespace: namespaces.monitoring },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: askers.map(namespaceNamed), ports: [{ protocol: 'TCP', port: monitoringPort }] }],
      egress: [
        { to: [namespaceNamed(namespaces.services)], ports: MERGED_METRICS },
        // Prometheus asks the Kubernetes API where the pods are.
        kubernetesApiRule(environment),
      ],
    },
  });
}
