import type { Probe } from '../../../imports/kubernetes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { ContainerResources } from '../../../src/model/service.ts';
import type { Watcher } from '../watcher.ts';

/** Port of an exporter's metrics, as Services and probes call it. */
const METRICS = 'http';

/** The exporters of one kind that an environment has; none where it has no use for them. */
export type Exporters = (environment: Environment, observability: Observability) => readonly Watcher[];

/** What all exporters have: one pod that keeps nothing, and metrics on their only port. */
export function exporter(
  port: number,
  healthPath: string,
  size: ContainerResources = SMALL,
): Pick<
  Watcher,
  'kind' | 'purpose' | 'ports' | 'metrics' | 'resources' | 'livenessProbe' | 'readinessProbe'
> {
  return {
    kind: 'Deployment',
    purpose: 'exporter',
    ports: [{ name: METRICS, number: port }],
    metrics: { port, path: '/metrics' },
    resources: size,
    ...probes(healthPath, METRICS),
  };
}

/** A pod is restarted only well after it stops getting scrapes. */
export function probes(path: string, port: string): { livenessProbe: Probe; readinessProbe: Probe } {
  const httpGet = { path, port, scheme: 'HTTP' };
  return {
    livenessProbe: { httpGet, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    readinessProbe: { httpGet, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
  };
}

const SMALL: ContainerResources = {
  requests: { cpu: '10m', memory: '32Mi' },
  limits: { cpu: undefined, memory: '128Mi' },
};
