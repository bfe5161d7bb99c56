import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { OBSERVABILITY } from '../../forms/uid.ts';
import { byService, inServices, runningContainers, scraped } from './series.ts';

/** A service that runs while nothing is known of its requests; one that is not even a target has no other alert. */
export function serviceNotScraped(environment: Environment): AlertRule {
  const place = inServices(environment);
  const running = kubeState('kube_pod_container_status_running', place, runningContainers(environment));
  const pod = kubeState('kube_pod_container_status_running', place, 'pod="api-1"', 'container="api"');
  const target = scraped('up', place, 'pod="api-1"', 'service="api"');
  return {
    alert: 'ServiceNotScraped',
    expr: `${byService(`max by (namespace, container) (${running}) == 1`, 'container')}\nunless on (namespace, service)\n(sum by (namespace, service) (${scraped('up', place)}) > 0)`,
    for: '15m',
    severity: 'warning',
    summary: 'Nothing is known of the requests of {{ $labels.service }}',
    description:
      'Pods of {{ $labels.namespace }}/{{ $labels.service }} run, and none has answered Prometheus for 15 minutes.',
    dashboard: OBSERVABILITY,
    runbook: RUNBOOK,
    test: {
      fires: scenario('its pod runs and is no target', '20m', { [pod]: '1x30' }),
      quiet: [
        scenario('its pod answers', '20m', { [pod]: '1x30', [target]: '1x30' }),
        scenario('its pod answers after five minutes', '25m', { [pod]: '1x30', [target]: '0x5 1x30' }),
        scenario('its pod does not run', '20m', { [pod]: '0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'Alerts about its errors, its latency and its SLO stay silent whatever happens.',
  diagnosis: [
    'See whether its pods have a sidecar: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<service> -o jsonpath="{..name}"` names istio-proxy.',
    'Read the error of its targets in Prometheus, on the page Status, Targets, job `services`.',
    'Compare the NetworkPolicy of the service with what was last released: Prometheus comes to port 15020.',
  ],
  queries: [
    { query: `${scraped('up')} == 0`, tells: 'Targets of services that do not answer.' },
    { query: `count by (service) (${scraped('up')})`, tells: 'How many targets each service has.' },
  ],
  mitigation: [
    'Without sidecars: see that injection works (alerts about istiod), then restart it: the action `restart` in Argo CD, or one pod after the other: `kubectl -n <namespace> delete pod <pod>`',
    'With sidecars that are not reached: bring the policies before the last change back.',
  ],
};
