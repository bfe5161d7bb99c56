import type { Environment } from '../../../src/model/environment.ts';
import type { WatchedAddOnName } from '../../../src/model/observability.ts';
import type { Panel, Series } from '../../forms/panels/panel.ts';
import { NONE_IS_GOOD, stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import { ADD_ONS } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { writeDashboard } from '../write-dashboard.ts';

/** What the environment relies on in its cluster; a panel or two for each add-on that is watched. */
export function addOnsBoard({ observability }: Environment): readonly Dashboard[] {
  const watched = observability?.addOns ?? [];
  if (watched.length === 0) return [];
  return [
    writeDashboard({
      uid: ADD_ONS,
      title: 'Add-ons',
      folder: 'Infrastructure',
      description: 'What the platform relies on in its cluster, and does not run itself.',
      sections: [
        { title: 'All', panels: [answering(watched.map(({ name }) => name))] },
        ...watched.map(({ name }) => ({ title: name, panels: PANELS[name] })),
      ],
    }),
  ];
}

function answering(names: readonly string[]): Panel {
  return timeSeries({
    title: 'Pods that answer',
    description: 'Of each add-on, as Prometheus reads them.',
    unit: 'short',
    series: [[`sum by (job) (up{job=~"${names.join('|')}"})`, '{{job}}']],
  });
}

function bad(title: string, description: string, query: string): Panel {
  return stat({
    title,
    description,
    unit: 'short',
    noValue: '0',
    steps: NONE_IS_GOOD,
    series: [[`${query} or vector(0)`, title]],
  });
}

function curve(title: string, description: string, unit: string, ...series: readonly Series[]): Panel {
  return timeSeries({ title, description, unit, width: 12, series });
}

const ELSE = '[$__rate_interval]';

const PANELS: Readonly<Record<WatchedAddOnName, readonly Panel[]>> = {
  'argo-cd': [
    curve('Applications', 'By state of their last sync and health.', 'short', [
      'count by (sync_status, health_status) (argocd_app_info{job="argo-cd"})',
      '{{sync_status}} {{health_status}}',
    ]),
    curve('Syncs', 'A second, by how they ended.', 'short', [
      `sum by (phase) (rate(argocd_app_sync_total{job="argo-cd"}${ELSE}))`,
      '{{phase}}',
    ]),
  ],
  'argo-rollouts': [
    curve('Releases', 'Rollouts by phase.', 'short', [
      'sum by (phase) (rollout_info{job="argo-rollouts"})',
      '{{phase}}',
    ]),
    curve('Analyses', 'Runs that are kept, by how they ended.', 'short', [
      'sum by (phase) (analysis_run_info{job="argo-rollouts"})',
      '{{phase}}',
    ]),
  ],
  'aws-load-balancer-controller': [
    curve('Failed attempts at load balancers', 'A second, by what asked for them.', 'short', [
      `sum by (controller) (rate(controller_runtime_reconcile_errors_total{job="aws-load-balancer-controller"}${ELSE}))`,
      '{{controller}}',
    ]),
  ],
  'cert-manager': [
    bad(
      'Certificates that are not ready',
      'That cannot be made or renewed.',
      'sum(certmanager_certificate_ready_status{job="cert-manager",condition!="True"})',
    ),
    curve('Certificates last', 'Seconds until each one ends.', 's', [
      'min by (namespace, name) (certmanager_certificate_expiration_timestamp_seconds{job="cert-manager"}) - time()',
      '{{namespace}}/{{name}}',
    ]),
  ],
  coredns: [
    curve('Answers', 'A second, by how they end.', 'short', [
      `sum by (rcode) (rate(coredns_dns_responses_total{job="coredns"}${ELSE}))`,
      '{{rcode}}',
    ]),
    curve('Time to answer', 'Within which 99 % of the questions were answered.', 's', [
      `histogram_quantile(0.99, sum by (le) (rate(coredns_dns_request_duration_seconds_bucket{job="coredns"}${ELSE})))`,
      'p99',
    ]),
  ],
  'external-dns': [
    curve('Time since it last came through', 'It tries each minute.', 's', [
      'time() - max(external_dns_controller_last_sync_timestamp_seconds{job="external-dns"})',
      'ago',
    ]),
  ],
  'external-secrets': [
    bad(
      'Secrets that are not ready',
      'ExternalSecrets whose last attempt failed.',
      'sum(externalsecret_status_condition{job="external-secrets",condition="Ready",status="False"})',
    ),
    bad(
      'Stores that are not ready',
      'SecretStores that cannot be asked.',
      'sum(secretstore_status_condition{job="external-secrets",condition="Ready",status="False"})',
    ),
  ],
  karpenter: [
    bad(
      'Pods that fit nowhere',
      'For which Karpenter finds no node.',
      'max(karpenter_scheduler_unschedulable_pods_count{job="karpenter"})',
    ),
    curve('Errors of AWS', 'A second, by what was tried.', 'short', [
      `sum by (method, error) (rate(karpenter_cloudprovider_errors_total{job="karpenter"}${ELSE}))`,
      '{{method}} {{error}}',
    ]),
  ],
  keda: [
    curve('Failed questions of KEDA', 'A second, by what is scaled.', 'short', [
      `sum by (scaledObject) (rate(keda_scaled_object_errors_total{job="keda"}${ELSE}))`,
      '{{scaledObject}}',
    ]),
  ],
  reloader: [
    curve('Restarts for secrets', 'A second, and whether they came through.', 'short', [
      `sum by (success) (rate(reloader_reload_executed_total{job="reloader"}${ELSE}))`,
      '{{success}}',
    ]),
  ],
  velero: [
    curve('Age of the last good backup', 'Of each schedule.', 's', [
      'time() - max by (schedule) (velero_backup_last_successful_timestamp{job="velero",schedule!=""} > 0)',
      '{{schedule}}',
    ]),
    curve(
      'Backups that went wrong',
      'In a day: failed, and those that lack something.',
      'short',
      [
        'sum by (schedule) (increase(velero_backup_failure_total{job="velero",schedule!=""}[1d]))',
        '{{schedule}} failed',
      ],
      [
        'sum by (schedule) (increase(velero_backup_partial_failure_total{job="velero",schedule!=""}[1d]))',
        '{{schedule}} lacks something',
      ],
    ),
  ],
};
