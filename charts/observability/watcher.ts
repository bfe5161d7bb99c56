import type { Construct } from 'constructs';
import type { NetworkPolicyIngressRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import type { Observability } from '../../src/model/observability.ts';
import { addComponent } from '../component/add-component.ts';
import type { RunningComponent } from '../component/component.ts';
import { componentPeer } from '../component/labels.ts';
import { MERGED_METRICS, namespaceNamed } from '../network/ingress-rules.ts';

/** A program that watches the platform: its image, its priority and who scrapes it follow from `observability`. */
export interface Watcher extends Omit<RunningComponent, 'image' | 'namespace' | 'priorityClass'> {
  /** Its image is the one of `observability.images`. */
  readonly program: string;
  /** The monitoring namespace if left out. */
  readonly namespace?: string;
  /** Nobody is told of anything without it: it stands above the services. Agents of nodes do anyway. */
  readonly isPaging?: boolean;
}

/** Everything a program consists of that watches the platform. */
export function addWatcher(scope: Construct, environment: Environment, watcher: Watcher): void {
  const { program, isPaging, namespace = environment.namespaces.monitoring, ...component } = watcher;
  const { observability } = environment;
  const image = observability?.images[program];
  if (!observability || image === undefined)
    throw new Error(`${watcher.name} without an image: the configuration gives it one`);
  addComponent(scope, environment, {
    ...component,
    namespace,
    image,
    priorityClass: classOf(observability, watcher),
    ingress: [...component.ingress, ...scrapes(environment, observability, watcher)],
  });
}

/**
 * Dashboards and traces give way to services where room is short, as `observability.priority` says: they can be away for
 * a while. What tells people cannot, and a pod of a DaemonSet has no other node to go to.
 */
function classOf({ classes, priorityClass }: Observability, { kind, isPaging }: Watcher): string | undefined {
  if (kind === 'DaemonSet') return classes.agents;
  return isPaging ? classes.alerting : priorityClass;
}

function scrapes(
  environment: Environment,
  { operatorNamespace }: Observability,
  { metrics, mesh }: Watcher,
): readonly NetworkPolicyIngressRule[] {
  const isInMesh = mesh && isMeshed(environment);
  if (!metrics && !isInMesh) return [];
  const ports = isInMesh ? MERGED_METRICS : [{ protocol: 'TCP', port: metrics?.port }];
  const prometheus =
    operatorNamespace === undefined
      ? componentPeer('prometheus', environment)
      : namespaceNamed(operatorNamespace);
  return [{ from: [prometheus], ports }];
}
