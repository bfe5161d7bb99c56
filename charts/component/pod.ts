import type { Container, PodSpec, PodTemplate } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed, meshOf } from '../../src/model/mesh.ts';
import { platformLabels } from '../labels.ts';
import { configChecksum } from '../workload/config-checksum.ts';
import { hasNativeSidecars } from '../workload/native-sidecars.ts';
import { proxyResources } from '../workload/proxy-resources.ts';
import { CONTAINER_SECURITY, POD_SECURITY } from '../workload/security-context.ts';
import { spread } from '../workload/spread.ts';
import type { Component, RunningComponent } from './component.ts';
import { componentLabels, podsOfComponent } from './labels.ts';
import { componentMounts, componentVolumes } from './volumes.ts';

/** The pods of a component: one container without rights, with a sidecar where it is in the mesh. */
export function podOf(environment: Environment, component: Component): PodTemplate {
  const { clusterRights, rights, rightsIn } = component;
  const labels = { ...platformLabels(environment), ...componentLabels(component) };
  const isRunning = component.kind !== 'CronJob';
  const withoutSidecar = isMeshed(environment) && !(isRunning && component.mesh);
  return {
    metadata: {
      labels: withoutSidecar ? { ...labels, 'sidecar.istio.io/inject': 'false' } : labels,
      annotations: isRunning ? annotationsOf(environment, component) : undefined,
    },
    spec: {
      serviceAccountName: component.name,
      automountServiceAccountToken: [clusterRights, rights, rightsIn].some((rules) => rules !== undefined),
      enableServiceLinks: false,
      priorityClassName: component.priorityClass,
      ...(isRunning ? { terminationGracePeriodSeconds: graceOf(component) } : { restartPolicy: 'Never' }),
      securityContext: component.security ?? POD_SECURITY,
      tolerations: component.tolerations,
      topologySpreadConstraints: isRunning ? spreadOf(environment, component) : undefined,
      containers: [containerOf(component)],
      volumes: componentVolumes(component),
    },
  };
}

function spreadOf(
  environment: Environment,
  component: RunningComponent,
): PodSpec['topologySpreadConstraints'] {
  if (component.kind === 'DaemonSet') return undefined;
  return spread(environment, podsOfComponent(component), component.replicas ?? 1);
}

/** What restarts the pod, and where its sidecar finds metrics to offer beside its own: Prometheus itself reads no annotation. */
function annotationsOf(
  environment: Environment,
  component: RunningComponent,
): Readonly<Record<string, string>> {
  const { config = [], mesh, metrics } = component;
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
    ...sidecarOrder(environment, component),
    ...(mesh && proxyResources(meshOf(environment).proxy)),
  };
}

/**
 * A sidecar that is not native may be late, and Kiali or Jaeger would ask a network that is not there; and it would go
 * five seconds after the stop signal, before what the collector still holds is sent.
 */
function sidecarOrder(
  environment: Environment,
  component: RunningComponent,
): Readonly<Record<string, string>> | undefined {
  if (!component.mesh || hasNativeSidecars(environment)) return undefined;
  const config = [
    'holdApplicationUntilProxyStarts: true',
    `terminationDrainDuration: ${graceOf(component)}s`,
  ];
  return { 'proxy.istio.io/config': `${config.join('\n')}\n` };
}

function graceOf({ graceSeconds = 30 }: RunningComponent): number {
  return graceSeconds;
}

function containerOf(component: Component): Container {
  const { name, container = name, image, command, args, env, resources } = component;
  return {
    name: container,
    image,
    imagePullPolicy: 'IfNotPresent',
    command,
    args,
    env,
    ports: portsOf(component),
    resources: { requests: resources.requests, limits: { memory: resources.limits.memory } },
    volumeMounts: componentMounts(component),
    ...(component.kind !== 'CronJob' && {
      startupProbe: component.startupProbe,
      livenessProbe: component.livenessProbe,
      readinessProbe: component.readinessProbe,
    }),
    securityContext: CONTAINER_SECURITY,
  };
}

function portsOf(component: Component): Container['ports'] {
  if (component.kind === 'CronJob') return undefined;
  return component.ports.map(({ name, number, protocol = 'TCP' }) => ({
    name,
    containerPort: number,
    protocol,
  }));
}
