import type { WatchedAddOn, WatchedAddOnName } from '../../../../src/model/observability.ts';
import type { AlertRule } from '../../../forms/rule.ts';
import { scenario } from '../../../forms/scenario.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

/** An add-on of which no pod answers, one rule for each, as what is not there has no labels. */
export function addOnDown({ name, namespace }: WatchedAddOn): AlertRule {
  const up = (pod: number) => `up{job="${name}",pod="${name}-${pod}"}`;
  return {
    alert: 'AddOnDown',
    expr: `absent(up{job="${name}"} == 1)`,
    for: '10m',
    severity: name === 'coredns' ? 'critical' : 'warning',
    labels: { add_on: name, namespace },
    summary: '{{ $labels.add_on }} does not answer',
    description:
      'Not one pod of {{ $labels.add_on }} in {{ $labels.namespace }} has answered Prometheus for ten minutes.',
    dashboard: ADD_ONS,
    runbook: {
      impact:
        'The label add_on says what is missing. What runs goes on, other than DNS; what the add-on does is not done.',
      diagnosis: [
        ...Object.entries(WITHOUT).map(([addOn, lost]) => `Without ${addOn}: ${lost}`),
        'See whether its pods run: `kubectl -n <add-on namespace> get pods`',
        'If they run and are ready, see whether Prometheus reaches them: a policy of their namespace, other labels or another port.',
      ],
      queries: [{ query: 'sum by (job) (up)', tells: 'How many pods of each job answer.' }],
      mitigation: [
        'Crashing since an upgrade: bring the version of its chart before it back.',
        'It is elsewhere: write `observability: {addOns: {<add-on>: {namespace: ...}}}`. It is not to be watched: `unwatched`, with the reason.',
      ],
    },
    test: {
      fires: scenario('it does not answer', '20m', { [up(1)]: '0x30' }),
      quiet: [
        scenario('one of two answers', '20m', { [up(1)]: '0x30', [up(2)]: '1x30' }),
        scenario('it restarts', '20m', { [up(1)]: '1x5 0x4 1x30' }),
      ],
    },
  };
}

const WITHOUT: Readonly<Record<WatchedAddOnName, string>> = {
  'argo-cd': 'nothing that is committed is applied.',
  'argo-rollouts': 'releases stand still where they are.',
  'aws-load-balancer-controller': 'new pods of the gateway get no requests, and old ones get them still.',
  'cert-manager': 'certificates are not renewed.',
  coredns: 'nothing finds anything: every new connection fails.',
  'external-dns': 'new public hosts have no address.',
  'external-secrets': 'secrets that are rotated or new do not arrive.',
  karpenter: 'pods that need a new node stay Pending.',
  keda: 'services that scale by requests keep the pods they have.',
  reloader: 'pods go on with secrets that were rotated.',
  velero: 'no backup is made.',
};
