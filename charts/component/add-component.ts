import type { Construct } from 'constructs';
import { AuthorizationPolicy } from '../../imports/istio.ts';
import { ConfigMap, PodDisruptionBudget, Service } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed, type Mesh } from '../../src/model/mesh.ts';
import { unverifiedAnnotation } from '../authorities.ts';
import { principalOf } from '../names.ts';
import { addSecret } from '../secrets/add-secret.ts';
import { addAccess } from './access.ts';
import type { Component, RunningComponent } from './component.ts';
import { addCronJob } from './cron-job.ts';
import { componentLabels, podsOfComponent } from './labels.ts';
import { addNetworkPolicy } from './network-policy.ts';
import { addWorkload } from './workload.ts';

/**
 * Everything one component consists of: its account and rights, configuration, secret, policies, workload and Service.
 * All of them have the component's name and are in its namespace; those of the cluster start with the platform's.
 */
export function addComponent(scope: Construct, environment: Environment, given: Component): void {
  const component = given.kind === 'CronJob' || isMeshed(environment) ? given : { ...given, mesh: undefined };
  const metadata = {
    name: component.name,
    namespace: component.namespace,
    labels: componentLabels(component),
    annotations: unverifiedAnnotation(component.reads ?? []),
  };
  addAccess(scope, environment, component, metadata);
  addNetworkPolicy(scope, environment, component, metadata);
  if (component.kind === 'CronJob') {
    addConfig(scope, environment, component, metadata);
    addCronJob(scope, environment, component, metadata);
    return;
  }
  if (isMeshed(environment)) addAuthorizationPolicy(scope, environment.mesh, component, metadata);
  addConfig(scope, environment, component, metadata);
  addService(scope, component, metadata);
  addWorkload(scope, environment, component, metadata);
  addDisruptionBudget(scope, component, metadata);
}

/** Name, namespace and labels of the objects of a component. */
export interface ComponentMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** What its pods read: files, and the values of its Secret. */
function addConfig(
  scope: Construct,
  environment: Environment,
  { config = [], secret }: Component,
  metadata: ComponentMetadata,
): void {
  for (const { name, files } of config) {
    if (Object.keys(files).length > 0) new ConfigMap(scope, { metadata: { ...metadata, name }, data: files });
  }
  if (secret && secret.data.length > 0) addSecret(scope, metadata, secret, environment);
}

/** Who may call it over mutual TLS; the namespace's `deny-all` refuses everybody else. */
function addAuthorizationPolicy(
  scope: Construct,
  mesh: Mesh,
  component: RunningComponent,
  metadata: ComponentMetadata,
): void {
  if (!component.mesh || component.mesh.callers.length === 0) return;
  new AuthorizationPolicy(scope, {
    metadata,
    spec: {
      selector: { matchLabels: podsOfComponent(component) },
      action: 'ALLOW',
      rules: component.mesh.callers.map(({ accounts, ports }) => ({
        from: [{ source: { principals: accounts.map((account) => principalOf(mesh, account)) } }],
        to: [{ operation: { ports: ports.map(String) } }],
      })),
    },
  });
}

/** The name it is reached by; headless for a StatefulSet, whose pods it names. Agents of nodes are reached by nobody. */
function addService(scope: Construct, component: RunningComponent, metadata: ComponentMetadata): void {
  if (component.ports.length === 0 || component.kind === 'DaemonSet') return;
  new Service(scope, {
    metadata,
    spec: {
      type: 'ClusterIP',
      ...(component.kind === 'StatefulSet' && { clusterIP: 'None' }),
      selector: podsOfComponent(component),
      // Peers find each other's addresses by the Service and its ports by themselves; a sidecar knows no UDP, and one
      // number twice is a conflict to it.
      ports: component.ports
        .filter(({ protocol }) => protocol === undefined)
        .map(({ name, number, appProtocol }) => ({
          name,
          protocol: 'TCP',
          appProtocol,
          port: number,
          targetPort: name,
        })),
    },
  });
}

function addDisruptionBudget(
  scope: Construct,
  component: RunningComponent,
  metadata: ComponentMetadata,
): void {
  // With a single pod it would permit everything, as it must: a drain would wait for ever otherwise.
  if (component.kind === 'DaemonSet' || (component.replicas ?? 1) < 2) return;
  new PodDisruptionBudget(scope, {
    metadata,
    spec: {
      maxUnavailable: 1,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: podsOfComponent(component) },
    },
  });
}
