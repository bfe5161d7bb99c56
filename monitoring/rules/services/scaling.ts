import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { inServices } from './series.ts';

const CURRENT = 'kube_horizontalpodautoscaler_status_current_replicas';
const MOST = 'kube_horizontalpodautoscaler_spec_max_replicas';
const CONDITION = 'kube_horizontalpodautoscaler_status_condition';
const LIMITED = 'condition="ScalingLimited",status="true"';

/**
 * Services that have as many pods as they may and would get more: the condition ScalingLimited says so whatever they are
 * scaled by, https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/#appendix-horizontal-pod-autoscaler-status-conditions
 */
export function atMaximumScale(environment: Environment): AlertRule {
  const place = inServices(environment);
  const state = (metric: string, ...matchers: readonly string[]) =>
    `max by (namespace, horizontalpodautoscaler) (${kubeState(metric, place, ...matchers)})`;
  const atEnd = `${state(CURRENT)} >= ${state(MOST)}\nand\n${state(CONDITION, LIMITED)} == 1`;
  return {
    alert: 'ServiceAtMaximumScale',
    expr: `max by (namespace, service) (${serviceOfWorkload(environment, atEnd)})`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.service }} needs more pods than it may have',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} has had {{ $value }} pods, its maximum, for 15 minutes, and its autoscaler wants more.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
    test: {
      fires: autoscaler('ten of ten, and more are wanted', place, '10x40', '1x40'),
      quiet: [
        autoscaler('ten of ten are enough', place, '10x40', '0x40'),
        autoscaler('it is limited by its minimum', place, '2x40', '1x40'),
        autoscaler('a peak of ten minutes', place, '10x10 8x30', '1x10 0x30'),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** An autoscaler has the name of its workload: the service, or the service and the variant. */
function serviceOfWorkload({ services }: Environment, query: string): string {
  const named = `label_replace(${query}, "service", "$1", "horizontalpodautoscaler", "(.+)")`;
  const varied = services.filter(({ variants }) => variants.length > 0);
  if (varied.length === 0) return named;
  const patterns = varied.map(
    ({ name, variants }) => `(${name})-(?:${variants.map((variant) => variant.name).join('|')})`,
  );
  const groups = varied.map((_, index) => `\${${index + 1}}`).join('');
  return `label_replace(${named}, "service", "${groups}", "horizontalpodautoscaler", "${patterns.join('|')}")`;
}

function autoscaler(name: string, place: string, current: string, limited: string): Scenario {
  const own = [place, 'horizontalpodautoscaler="api"'];
  return scenario(name, '25m', {
    [kubeState(CURRENT, ...own)]: current,
    [kubeState(MOST, ...own)]: '10x40',
    [kubeState(CONDITION, ...own, LIMITED)]: limited,
  });
}

const RUNBOOK: Runbook = {
  impact: 'More load makes the service slower from here on, and then it fails.',
  diagnosis: [
    'See what drives it: `kubectl -n <namespace> describe hpa <service>`',
    'Compare its requests with the days before on its dashboard: more users, a client that repeats, or a slower dependency?',
  ],
  queries: [
    {
      query: `${kubeState(CURRENT)} / ${kubeState(MOST)}`,
      tells: 'How much of its room each autoscaler uses.',
    },
    { query: `${kubeState(CONDITION, LIMITED)} == 1`, tells: 'Which autoscalers want what they may not.' },
  ],
  mitigation: [
    'If the load is real, raise `scaling.max` of the service, and see that quota and nodes have room.',
    'If a dependency is slow, mend that: more pods make it worse.',
    'If one client causes it, limit its rate.',
  ],
};
