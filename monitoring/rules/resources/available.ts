import type { Watching } from '../../../resources/watching.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState, selector } from '../../forms/selector.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';

/**
 * Databases, caches and search engines that do not answer. Of a cluster, none of its nodes does; of a database, its writer
 * or its reader. An exporter that is away itself is told of by TargetDown.
 */
export function databaseUnavailable(types: readonly Watching[], { namespaces }: Environment): AlertRule {
  const [first] = types as readonly [Watching];
  const up = selector(first.metrics.job)('up', 'resource="main"');
  const { answers } = first.availability;
  const pods = kubeState(EXPORTER_PODS, `namespace="${namespaces.monitoring}"`, 'deployment="main-exporter"');
  return {
    alert: 'DatabaseUnavailable',
    expr: [
      ...types.map(({ availability }) => availability.unanswered),
      ...timesOut(types, namespaces.monitoring),
    ].join('\nor\n'),
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.resource }} cannot be reached',
    description: '{{ $labels.resource }} has not answered its exporter for two minutes.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: RUNBOOK,
    test: {
      fires: scenario(
        `${isAsked(first) ? 'its exporter runs and gets' : 'Prometheus gets'} no answer in time`,
        '10m',
        {
          [up]: '0x20',
          [pods]: '1x20',
        },
      ),
      quiet: [
        scenario('it answers', '10m', { [up]: '1x20', [pods]: '1x20', [answers]: '1x20' }),
        scenario('a minute without an answer', '10m', {
          [up]: '1 1 0 1x20',
          [pods]: '1x20',
          [answers]: '1x20',
        }),
        ...(isAsked(first)
          ? [scenario('its exporter does not run', '10m', { [up]: '0x20', [pods]: '0x20' })]
          : []),
        WITHOUT_SERIES,
      ],
    },
  };
}

const EXPORTER_PODS = 'kube_deployment_status_replicas_available';

/**
 * Where packets are dropped, exporters wait longer than Prometheus does, and its scrape fails instead: pods of the exporter
 * are ready, as their probes ask nothing of the resource, and none of its targets answers.
 */
function timesOut(types: readonly Watching[], monitoring: string): readonly string[] {
  const asked = types.filter(isAsked);
  if (asked.length === 0) return [];
  const programs = asked
    .map(({ metrics }) => `max by (resource) (${selector(metrics.job)('up')}) == 0`)
    .join(' or ');
  const pods = `max by (namespace, deployment) (${kubeState(EXPORTER_PODS, `namespace="${monitoring}"`, 'deployment=~".+-exporter"')}) > 0`;
  return [
    `((${programs})\nand on (resource)\nlabel_replace(${pods}, "resource", "$1", "deployment", "(.+)-exporter"))`,
  ];
}

/** By an exporter, which may be away itself. */
function isAsked({ reader }: Watching): boolean {
  return reader.kind === 'program';
}

const RUNBOOK: Runbook = {
  impact: 'Services that use it fail, or lose what they kept there.',
  diagnosis: [
    'See its state and its events in the console of whoever runs it: failover, maintenance, storage full.',
    'Read what its exporter says: `kubectl -n <monitoring> logs deployment/<resource>-exporter --tail=50`. `password` is an account that may not sign in, `timeout` a network in the way.',
    'See whether services that use it fail as well; if they do not, it is the account or the network of the exporter.',
  ],
  queries: [
    { query: 'up{resource!=""} == 0', tells: 'Exporters that get no answer in time.' },
    {
      query: 'topk(10, service:request_errors:rate5m)',
      tells: 'Which services fail requests: those that use it, if it is down.',
    },
  ],
  mitigation: [
    'During a failover, wait for its end; services connect again by themselves.',
    'If it is stopped or full, start it or give it storage.',
    'If its address or its security group changed, correct the endpoint in the input and release.',
  ],
};
