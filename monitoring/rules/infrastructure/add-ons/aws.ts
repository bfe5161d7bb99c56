import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';
import { controllerFailing } from './controllers.ts';

/** The AWS Load Balancer Controller cannot do what Ingresses and target groups ask for. */
export function loadBalancerControllerAlerts(): readonly AlertRule[] {
  return [
    controllerFailing({
      addOn: 'aws-load-balancer-controller',
      alert: 'LoadBalancerControllerFailing',
      metric: 'controller_runtime_reconcile_errors_total',
      by: ['controller'],
      example: ['controller="ingress"'],
      summary: 'The load balancer controller fails at {{ $labels.controller }}',
      description:
        'The AWS Load Balancer Controller has failed at what {{ $labels.controller }} asks for, again and again for 15 minutes.',
      impact:
        'The load balancer stays as it was: new pods of the gateway get no requests, changes of hosts and certificates do not come.',
      diagnosis: [
        'Read the events of the Ingress: `kubectl -n <gateway namespace> describe ingress <platform>`',
        'Read its log: `kubectl -n kube-system logs -l app.kubernetes.io/name=aws-load-balancer-controller --tail=200`. It is mostly a right that its role lacks, a certificate, a subnet without its tag, or a quota of AWS.',
      ],
      mitigation: ['Mend what the event names; it tries again by itself.'],
    }),
  ];
}

const dns = selector('external-dns');
const SYNCED = 'external_dns_controller_last_sync_timestamp_seconds';
const OLD_SECONDS = 900;

/** external-dns has not come through for a quarter of an hour; it tries each minute. */
export function externalDnsAlerts(): readonly AlertRule[] {
  const example = dns(SYNCED, 'pod="external-dns-1"');
  return [
    {
      alert: 'ExternalDnsNotSyncing',
      expr: `time() - max(${dns(SYNCED)}) > ${OLD_SECONDS}`,
      for: '10m',
      severity: 'warning',
      summary: 'Public names are not kept up to date',
      description: 'external-dns last came through {{ $value | humanizeDuration }} ago.',
      dashboard: ADD_ONS,
      runbook: {
        impact: 'New public hosts have no address; those that are there stay.',
        diagnosis: [
          'Read its log: `kubectl -n external-dns logs -l app.kubernetes.io/name=external-dns --tail=200`. It is mostly a right that its role lacks, or the zone.',
        ],
        queries: [
          {
            query: `rate(${dns('external_dns_source_errors_total')}[5m]) > 0 or rate(${dns('external_dns_registry_errors_total')}[5m]) > 0`,
            tells: 'Whether it fails at the cluster (source) or at Route 53 (registry).',
          },
        ],
        mitigation: ['Give its role the right, or mend the zone; it tries again each minute.'],
      },
      test: {
        fires: scenario('it has not come through since the start', '40m', { [example]: '60x60' }),
        quiet: [
          scenario('it comes through each minute', '40m', { [example]: '0+60x60' }),
          scenario('ten minutes ago', '40m', { [example]: '0+60x30 1800x10 2500x60' }),
          WITHOUT_SERIES,
        ],
      },
    },
  ];
}
