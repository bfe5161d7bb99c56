import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { byService, inServices, MEMORY_RATIO, OWN_CONTAINERS } from './series.ts';

/** Services whose containers end and are started again. */
export function restarts(environment: Environment): readonly AlertRule[] {
  const place = inServices(environment);
  return [restarting(place), outOfMemory(place)];
}

const RESTARTS = 'kube_pod_container_status_restarts_total';
const REASON = 'kube_pod_container_status_last_terminated_reason';
const EACH = 'max by (namespace, pod, container)';

function restarting(place: string): AlertRule {
  const increase = `increase(${kubeState(RESTARTS, place, OWN_CONTAINERS)}[1h])`;
  const example = kubeState(RESTARTS, place, 'pod="api-1"', 'container="api"');
  return {
    alert: 'ServiceRestarting',
    expr: `${byService(`max by (namespace, container) (${increase})`, 'container')} > 3`,
    for: '0s',
    severity: 'warning',
    summary: '{{ $labels.service }} restarts again and again',
    description:
      'A container of {{ $labels.namespace }}/{{ $labels.service }} has restarted {{ $value | printf "%.0f" }} times within an hour.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RESTARTING,
    test: {
      fires: scenario('six restarts in half an hour', '40m', {
        [example]: '0 0 0 0 1x4 2x4 3x4 4x4 5x4 6x60',
      }),
      quiet: [
        scenario('two restarts', '40m', { [example]: '0x5 1x5 2x60' }),
        scenario('six restarts two hours ago', '3h', { [example]: '0 0 1 2 3 4 5 6x200' }),
        scenario('the pod was replaced, so its counter is gone', '40m', { [example]: '7x10 stale' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RESTARTING: Runbook = {
  impact: 'Requests under way are lost at each restart, and the other pods carry its share meanwhile.',
  diagnosis: [
    'Read its last words: `kubectl -n <namespace> logs <pod> -c <service> --previous`',
    'See exit code and reason: `kubectl -n <namespace> describe pod <pod>`. 137 without OOMKilled is mostly a liveness probe that failed.',
    'See whether it began with a release.',
  ],
  queries: [
    {
      query: `topk(10, max by (pod, container) (increase(${kubeState(RESTARTS)}[1h])))`,
      tells: 'Which containers restarted most within an hour.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a dependency is down, mend that; liveness should not depend on it.',
    'If its probe is too strict, loosen `health` of the service.',
  ],
};

/** The reason stays until the next one, so a restart just now is asked for as well. */
function outOfMemory(place: string): AlertRule {
  const killed = `${EACH} (${kubeState(REASON, place, OWN_CONTAINERS, 'reason="OOMKilled"')}) == 1`;
  const justNow = `${EACH} (increase(${kubeState(RESTARTS, place, OWN_CONTAINERS)}[15m])) > 0`;
  const own = [place, 'pod="api-1"', 'container="api"'];
  const [counter, reason] = [kubeState(RESTARTS, ...own), kubeState(REASON, ...own, 'reason="OOMKilled"')];
  return {
    alert: 'ServiceOutOfMemory',
    expr: byService(`${killed}\nand\n${justNow}`, 'container'),
    for: '0s',
    severity: 'warning',
    summary: '{{ $labels.service }} was killed for its memory',
    description:
      'A container of {{ $labels.namespace }}/{{ $labels.service }} reached its memory limit within the last 15 minutes and was killed.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: OUT_OF_MEMORY,
    test: {
      fires: scenario('it was killed five minutes ago', '20m', {
        [counter]: '0x15 1x20',
        [reason]: '_x15 1x20',
      }),
      quiet: [
        scenario('it was killed two hours ago', '2h30m', { [counter]: '0x15 1x200', [reason]: '_x15 1x200' }),
        scenario('it ended for another reason', '20m', {
          [counter]: '0x15 1x20',
          [kubeState(REASON, ...own, 'reason="Error"')]: '_x15 1x20',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const OUT_OF_MEMORY: Runbook = {
  impact: 'Requests under way were lost. It happens again when the same load comes back.',
  diagnosis: [
    'See on its dashboard whether its memory grew without end (a leak) or with its requests.',
    'See what it did at that time: `kubectl -n <namespace> logs <pod> -c <service> --previous --tail=200`',
  ],
  queries: [
    { query: `topk(10, ${MEMORY_RATIO})`, tells: 'Which services are nearest to their memory limits.' },
    {
      query: `${kubeState(REASON, 'reason="OOMKilled"')} == 1`,
      tells: 'Which containers were killed for their memory the last time they ended.',
    },
  ],
  mitigation: [
    'Raise `resources.limits.memory` of the service.',
    'If it began with a release, bring the version before it back.',
  ],
};
