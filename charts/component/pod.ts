import type { Container, PodTemplate } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed, meshOf } from '../../src/model/mesh.ts';
import { platformLabels } from '../labels.ts';
import { configChecksum } from '../workload/config-checksum.ts';
import { hasNativeSidecars } from '../workload/native-sidecars.ts';
import { proxyResources } from '../workload/proxy-resources.ts';
import { CONTAINER_SECURITY, POD_SECURITY } from '../workload/security-context.ts';
import { spread } from '../workload/spread.ts';
import type { Component } from './component.ts';
import { componentLabels, podsOfComponent } from './labels.ts';
import { componentMounts, componentVolumes } from './volumes.ts';

/** The pods of a component: one container without rights, with a sidecar where it is in the mesh. */
export function podOf(environment: Environment, component: Component): PodTemplate {
  const { clusterRights, rights, mesh, replicas = 1, kind } = component;
  const labels = { ...platformLabels(environment), ...componentLabels(component) };
  const withoutSidecar = isMeshed(environment) && !mesh;
  return {
    metadata: {
      labels: withoutSidecar ? { ...labels, 'sidecar.istio.io/inject': 'false' } : labels,
      annotations: {
        ...annotationsOf(component),
        ...sidecarOrder(environment, component),
        ...(mesh && proxyResources(meshOf(environment).proxy)),
      },
    },
    spec: {
      serviceAccountName: component.name,
      automountServiceAccountToken: clusterRights !== undefined || rights !== undefined,
      enableServiceLinks: false,
      priorityClassName: classOf(environment, component),
      terminationGracePeriodSeconds: graceOf(component),
      securityContext: component.security ?? POD_SECURITY,
      tolerations: component.tolerations,
      topologySpreadConstraints:
        kind === 'DaemonSet' ? undefined : spread(environment, podsOfComponent(component), replicas),
      containers: [containerOf(environment, component)],
      volumes: componentVolumes(component),
    },
  };
}

/**
 * Dashboards and traces give way to services where room is short, as `observability.priority` says: they can be away for
 * a while. What tells people cannot, and a pod of a DaemonSet has no other node to go to.
 */
function classOf({ observability }: Environment, { kind, isPaging }: Component): string | undefined {
  if (!observability) return undefined;
  const { classes, priorityClass } = observability;
  if (kind === 'DaemonSet') return classes.agents;
  return isPaging ? classes.alerting : priorityClass;
}

/** What restarts the pod, and where its sidecar finds metrics to offer beside its own: Prometheus itself reads no annotation. */
function annotationsOf({ config = [], mesh, metrics }: Component): Readonly<Record<string, string>> {
  const read = config.filter(({ restarts, files }) => restarts && Object.keys(files).length > 0);
  const files = Object.assign({}, ...read.map((part) => part.files));
  return {
    ...(read.length > 0 && { 'checksum/config': configChecksum(files) }),
    ...(mesh &&
      metrics && {
        'prometheus.io/path': metrics.path,
        'prometheus.io/port': String(metrics.port),
        'prometheus.io/scrape': 'true',
      }),
  };
}

/**
 * A sidecar that is not native may be late, and Kiali or Jaeger would ask a network that is not there; and it would go
 * five seconds after the stop signal, before what the collector still holds is sent.
 */
function sidecarOrder(
  environment: Environment,
  component: Component,
): Readonly<Record<string, string>> | undefined {
  if (!component.mesh || hasNativeSidecars(environment)) return undefined;
  const config = [
    'holdApplicationUntilProxyStarts: true',
    `terminationDrainDuration: ${graceOf(component)}s`,
  ];
  return { 'proxy.istio.io/config': `${config.join('\n')}\n` };
}

function graceOf({ graceSeconds = 30 }: Component): number {
  return graceSeconds;
}

function containerOf({ observability }: Environment, component: Component): Container {
  const { command, args, env, resources, startupProbe, livenessProbe, readinessProbe } = component;
  const image = observability?.images[component.program];
  if (image === undefined)
    throw new Error(`${component.name} without an image: the configuration gives it one`);
  return {
    name: component.name,
    image,
    imagePullPolicy: 'IfNotPresent',
    command,
    args,
    env,
    ports: component.ports.map(({ name, number, protocol = 'TCP' }) => ({
      name,
      containerPort: number,
      protocol,
    })),
    resources: { requests: resources.requests, limits: { memory: resources.limits.memory } },
    volumeMounts: componentMounts(component),
    startupProbe,
    livenessProbe,
    readinessProbe,
    securityContext: CONTAINER_SECURITY,
  };
}
