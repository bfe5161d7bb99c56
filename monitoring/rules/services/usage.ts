import type { Environment } from '../../../src/model/environment.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { cadvisor, kubeState } from '../../forms/selector.ts';
import {
  byService,
  CPU_RATIO,
  inServices,
  MEMORY_RATIO,
  OWN_CONTAINERS,
  runningContainers,
  THROTTLED_RATIO,
} from './series.ts';

/** How much each service uses of what it was given. Its container has its name, so no label of the pod is needed. */
export function usageRecordings(environment: Environment): RuleGroup {
  const place = inServices(environment);
  const running = runningContainers(environment);
  return {
    name: 'service-usage',
    rules: [
      { record: CPU_RATIO, expr: byService(cpuRatio(place, running), 'container') },
      { record: MEMORY_RATIO, expr: byService(memoryRatio(place), 'container') },
      { record: THROTTLED_RATIO, expr: byService(throttledRatio(place, running), 'container') },
    ],
  };
}

const EACH = 'by (namespace, pod, container)';

function cpuRatio(place: string, running: string): string {
  const used = `rate(${cadvisor('container_cpu_usage_seconds_total', place, running)}[5m])`;
  const requested = kubeState('kube_pod_container_resource_requests', place, running, 'resource="cpu"');
  return `avg by (namespace, container) (sum ${EACH} (${used}) / max ${EACH} (${requested}))`;
}

/** The limit, as it is what a container is killed at. */
function memoryRatio(place: string): string {
  const used = cadvisor('container_memory_working_set_bytes', place, OWN_CONTAINERS);
  const limit = kubeState('kube_pod_container_resource_limits', place, OWN_CONTAINERS, 'resource="memory"');
  return `max by (namespace, container) (max ${EACH} (${used}) / max ${EACH} (${limit}))`;
}

/** Containers without a limit have no periods. */
function throttledRatio(place: string, running: string): string {
  const periods = (which: string) =>
    `sum by (namespace, container) (increase(${cadvisor(`container_cpu_cfs_${which}periods_total`, place, running)}[5m]))`;
  return `${periods('throttled_')} / (${periods('')} > 0)`;
}
