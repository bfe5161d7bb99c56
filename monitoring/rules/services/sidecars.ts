import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { cadvisor, kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { inServices, scraped } from './series.ts';

/**
 * Sidecars that lack CPU or memory: every request of their service goes through them. They are containers of their own
 * with sizes of their own (`mesh.istio.proxy`), so what is told of the service's container says nothing of them.
 */
export function sidecarAlerts(environment: Environment): readonly AlertRule[] {
  const place = inServices(environment);
  return [throttled(place), highMemory(place), outOfMemory(place)];
}

const PROXY = 'container="istio-proxy"';
const EACH = 'max by (namespace, pod)';

/** The highest value of the pods of each service. Whose pod it is, its target says: the container has no name of it. */
function ofService(place: string, byPod: string): string {
  const whose = `max by (namespace, pod, service) (0 * ${scraped('up', place)} + 1)`;
  return `max by (namespace, service) ((${byPod}) * on (namespace, pod) group_left (service) ${whose})`;
}

/** A native sidecar is an init container that goes on, others are containers: each has metrics of its own. */
function ofBoth(metric: string, ...matchers: readonly string[]): string {
  const names = [metric, metric.replace('kube_pod_', 'kube_pod_init_')];
  return names.map((name) => kubeState(name, ...matchers)).join(' or ');
}

const COMMON = { severity: 'warning', dashboard: DASHBOARD_OF_SERVICE } as const;
const LIMIT = 'kube_pod_container_resource_limits';
const RESTARTS = 'kube_pod_container_status_restarts_total';
const REASON = 'kube_pod_container_status_last_terminated_reason';
const IS_KILLED = 'reason="OOMKilled"';

function throttled(place: string): AlertRule {
  const periods = (which: string) => `container_cpu_cfs_${which}periods_total`;
  const grown = (which: string) =>
    `sum by (namespace, pod) (increase(${cadvisor(periods(which), place, PROXY)}[5m]))`;
  const sample = (name: string, slowed: string, all: string) =>
    ofPod(name, place, {
      [cadvisor(periods('throttled_'), ...own(place))]: slowed,
      [cadvisor(periods(''), ...own(place))]: all,
    });
  return {
    ...COMMON,
    alert: 'SidecarThrottled',
    expr: `${ofService(place, `${grown('throttled_')} / (${grown('')} > 0)`)} > 0.25`,
    for: '15m',
    summary: 'The sidecars of {{ $labels.service }} are held back by their CPU limit',
    description:
      'A sidecar of {{ $labels.namespace }}/{{ $labels.service }} has wanted more CPU than its limit allows in {{ $value | humanizePercentage }} of the time, for 15 minutes.',
    runbook: CPU,
    test: {
      fires: sample('in half of the periods', '0+300x40', '0+600x40'),
      quiet: [
        sample('in a tenth', '0+60x40', '0+600x40'),
        sample('it does nothing', '300x40', '600x40'),
        sample('counters restart', '9000+60x5 0+60x35', '9000+600x5 0+600x35'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function highMemory(place: string): AlertRule {
  const metric = 'container_memory_working_set_bytes';
  const used = `${EACH} (${cadvisor(metric, place, PROXY)})`;
  const limit = `${EACH} (${ofBoth(LIMIT, place, PROXY, 'resource="memory"')})`;
  const sample = (name: string, bytes: string, of = 'kube_pod_init_container_resource_limits') =>
    ofPod(name, place, {
      [cadvisor(metric, ...own(place))]: bytes,
      [kubeState(of, ...own(place), 'resource="memory"')]: '100000000x40',
    });
  return {
    ...COMMON,
    alert: 'SidecarHighMemory',
    expr: `${ofService(place, `${used} / ${limit}`)} > 0.9`,
    for: '15m',
    summary: 'A sidecar of {{ $labels.service }} is about to reach its memory limit',
    description:
      'A sidecar of {{ $labels.namespace }}/{{ $labels.service }} has used more than 90% of its memory limit for 15 minutes; now it is {{ $value | humanizePercentage }}. At the limit it is killed.',
    runbook: MEMORY,
    test: {
      fires: sample('it uses 95 of 100 MB', '95000000x40'),
      quiet: [
        sample('it uses 80 of 100 MB', '80000000x40'),
        sample('one that is no native sidecar uses 80 of 100 MB', '80000000x40', LIMIT),
        sample('a peak of ten minutes', '95000000x10 60000000x30'),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** The reason stays until the next one, so a restart just now is asked for as well. */
function outOfMemory(place: string): AlertRule {
  const killed = `${EACH} (${ofBoth(REASON, place, PROXY, IS_KILLED)}) == 1`;
  const grown = ofBoth(RESTARTS, place, PROXY)
    .split(' or ')
    .map((series) => `increase(${series}[15m])`);
  const [restarts, reason] = [RESTARTS, REASON].map((name) =>
    name.replace('kube_pod_', 'kube_pod_init_'),
  ) as [string, string];
  const sample = (name: string, count: string, why = IS_KILLED) =>
    ofPod(name, place, {
      [kubeState(restarts, ...own(place))]: count,
      [kubeState(reason, ...own(place), why)]: '_x15 1x200',
    });
  return {
    ...COMMON,
    alert: 'SidecarOutOfMemory',
    expr: ofService(place, `${killed}\nand\n${EACH} (${grown.join(' or ')}) > 0`),
    for: '0s',
    summary: 'A sidecar of {{ $labels.service }} was killed for its memory',
    description:
      'A sidecar of {{ $labels.namespace }}/{{ $labels.service }} reached its memory limit within the last 15 minutes and was killed.',
    runbook: MEMORY,
    test: {
      fires: sample('it was killed five minutes ago', '0x15 1x200'),
      quiet: [
        { ...sample('it was killed two hours ago', '0x15 1x200'), at: '2h30m' },
        sample('it ended for another reason', '0x15 1x200', 'reason="Error"'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function own(place: string): readonly string[] {
  return [place, 'pod="api-1"', PROXY];
}

function ofPod(name: string, place: string, values: Readonly<Record<string, string>>): Scenario {
  return scenario(name, '20m', {
    ...values,
    [scraped('up', place, 'pod="api-1"', 'service="api"')]: '1x200',
  });
}

const CPU: Runbook = {
  impact:
    'Requests to and from the service wait, however fast it is itself; alerts of latency blame the service.',
  diagnosis: [
    'Compare with the requests a second on its dashboard: a sidecar takes about half a core for 1,000 of them (https://istio.io/latest/docs/ops/deployment/performance-and-scalability/).',
    'See whether its pods are in QoS class Guaranteed: there a sidecar never gets more than it requests.',
  ],
  queries: [
    {
      query: `topk(10, sum by (namespace, pod) (rate(${cadvisor('container_cpu_usage_seconds_total', PROXY)}[5m])))`,
      tells: 'Which sidecars use most CPU, in cores.',
    },
  ],
  mitigation: [
    'Raise `mesh.istio.proxy.requests.cpu`, or `mesh.istio.proxy.limits.cpu` where there is one.',
    'More pods share the requests out: raise `scaling.min` of the service.',
  ],
};

const MEMORY: Runbook = {
  impact: 'When a sidecar is killed, all requests of its pod fail until it is back.',
  diagnosis: [
    'A sidecar holds what it may reach: see whether `uses` of the service grew, or the number of pods behind it.',
    'See whether many connections are open at once, or large requests wait in it.',
  ],
  queries: [
    {
      query: `topk(10, max by (namespace, pod) (${cadvisor('container_memory_working_set_bytes', PROXY)}))`,
      tells: 'Which sidecars use most memory, in bytes.',
    },
  ],
  mitigation: [
    'Raise `mesh.istio.proxy.limits.memory`.',
    'If it began with a release, bring the version before it back.',
  ],
};
