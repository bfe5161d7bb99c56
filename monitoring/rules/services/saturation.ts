import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { cadvisor, kubeState, type Selector } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { CPU_RATIO, inServices, MEMORY_RATIO, THROTTLED_RATIO } from './series.ts';

/** Services that use all they were given. */
export function saturation(environment: Environment): readonly AlertRule[] {
  const place = inServices(environment);
  const example: Example = (select, metric, ...matchers) =>
    select(metric, place, 'pod="api-1"', 'container="api"', ...matchers);
  return [highCpu(example), highMemory(example), throttled(example)];
}

type Example = (select: Selector, metric: string, ...matchers: readonly string[]) => string;

/** More than is requested is lent by others on the node, who may want it back. */
function highCpu(example: Example): AlertRule {
  const used = example(cadvisor, 'container_cpu_usage_seconds_total');
  const requested = example(kubeState, 'kube_pod_container_resource_requests', 'resource="cpu"');
  return {
    alert: 'ServiceHighCpu',
    expr: `${CPU_RATIO} > 1`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.service }} uses more CPU than it requests',
    description:
      'The pods of {{ $labels.namespace }}/{{ $labels.service }} have used {{ $value | humanizePercentage }} of the CPU they request, on average, for 15 minutes.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: CPU,
    test: {
      fires: scenario('a pod that requests half a core uses a whole one', '25m', {
        [used]: '0+60x40',
        [requested]: '0.5x40',
      }),
      quiet: [
        scenario('it uses what it requests', '25m', { [used]: '0+30x40', [requested]: '0.5x40' }),
        scenario('a peak of five minutes', '25m', { [used]: '0+60x5 300+15x35', [requested]: '0.5x40' }),
        scenario('its counter restarts', '25m', { [used]: '9000+24x5 0+24x35', [requested]: '0.5x40' }),
        scenario('it requests none', '25m', { [used]: '0+60x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function highMemory(example: Example): AlertRule {
  const used = example(cadvisor, 'container_memory_working_set_bytes');
  const limit = example(kubeState, 'kube_pod_container_resource_limits', 'resource="memory"');
  return {
    alert: 'ServiceHighMemory',
    expr: `${MEMORY_RATIO} > 0.9`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.service }} is about to reach its memory limit',
    description:
      'A pod of {{ $labels.namespace }}/{{ $labels.service }} has used more than 90% of its memory limit for 15 minutes; now it is {{ $value | humanizePercentage }}. At the limit it is killed.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: MEMORY,
    test: {
      fires: scenario('it uses 95 of 100 MB', '20m', { [used]: '95000000x30', [limit]: '100000000x30' }),
      quiet: [
        scenario('it uses 80 of 100 MB', '20m', { [used]: '80000000x30', [limit]: '100000000x30' }),
        scenario('a peak of ten minutes', '25m', {
          [used]: '95000000x10 60000000x20',
          [limit]: '100000000x30',
        }),
        scenario('it has no limit', '20m', { [used]: '95000000x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function throttled(example: Example): AlertRule {
  const slowed = example(cadvisor, 'container_cpu_cfs_throttled_periods_total');
  const periods = example(cadvisor, 'container_cpu_cfs_periods_total');
  return {
    alert: 'ServiceThrottled',
    expr: `${THROTTLED_RATIO} > 0.25`,
    for: '15m',
    severity: 'info',
    summary: '{{ $labels.service }} is held back by its CPU limit',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} has wanted more CPU than its limit allows in {{ $value | humanizePercentage }} of the time, for 15 minutes.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: CPU,
    test: {
      fires: scenario('in half of the periods', '25m', { [slowed]: '0+300x40', [periods]: '0+600x40' }),
      quiet: [
        scenario('in a tenth', '25m', { [slowed]: '0+60x40', [periods]: '0+600x40' }),
        scenario('it does nothing', '25m', { [slowed]: '300x40', [periods]: '600x40' }),
        scenario('counters restart', '25m', {
          [slowed]: '9000+60x5 0+60x35',
          [periods]: '9000+600x5 0+600x35',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CPU: Runbook = {
  impact: 'It may become slow whenever its node is busy.',
  diagnosis: [
    'Compare its CPU with its requests on its dashboard: does it follow them, or did a release change it?',
    'See whether it has as many pods as it may (alert ServiceAtMaximumScale).',
  ],
  queries: [
    { query: `topk(10, ${CPU_RATIO})`, tells: 'Which services use most of what they request.' },
    { query: `topk(10, ${THROTTLED_RATIO})`, tells: 'Which services are held back by a limit.' },
  ],
  mitigation: [
    'Raise `resources.requests.cpu`, or `resources.limits.cpu` where that is what holds it back, or leave the limit away.',
    'If a release made it hungrier without need, bring the version before it back.',
  ],
};

const MEMORY: Runbook = {
  impact: 'The container is killed and started again when it reaches its limit; requests under way are lost.',
  diagnosis: [
    'See on its dashboard whether it grows without end (a leak) or with its requests.',
    'See whether it began with a release.',
  ],
  queries: [{ query: `topk(10, ${MEMORY_RATIO})`, tells: 'Which services are nearest to their limits.' }],
  mitigation: [
    'Raise `resources.limits.memory`.',
    'A leak: restart it to win time, one pod after the other, with `kubectl -n <namespace> delete pod <pod>` or the action `restart` in Argo CD, and bring the version before it back.',
  ],
};
