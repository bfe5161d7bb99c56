import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const alertmanager = selector('alertmanager');
const [FIRST, SECOND] = ['pod="alertmanager-0"', 'pod="alertmanager-1"'] as const;

/** Alertmanager and its cluster. Names and numbers as in its own mixin. */
export function alertmanagerAlerts(): readonly AlertRule[] {
  return [failedReload(), failedToSend(), clusterDown(), configInconsistent(), membersInconsistent()];
}

function failedReload(): AlertRule {
  const metric = 'alertmanager_config_last_reload_successful';
  const example = alertmanager(metric, FIRST);
  return {
    alert: 'AlertmanagerFailedReload',
    expr: `max_over_time(${alertmanager(metric)}[5m]) == 0`,
    for: '10m',
    severity: 'critical',
    summary: 'Alertmanager cannot read its configuration',
    description:
      '{{ $labels.pod }} has gone on with its old configuration for 10 minutes; with a restart it would not come up.',
    dashboard: OBSERVABILITY,
    runbook: ALERTMANAGER,
    test: {
      fires: scenario('the last reload failed', '20m', { [example]: '0x30' }),
      quiet: [
        scenario('it succeeded', '20m', { [example]: '1x30' }),
        scenario('it failed and was mended', '8m', { [example]: '0x8 1x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const [FAILED, ALL] = [
  'alertmanager_notifications_failed_total',
  'alertmanager_notifications_total',
] as const;

function failedToSend(): AlertRule {
  const rate = (metric: string) => `sum by (pod, integration) (rate(${alertmanager(metric)}[15m]))`;
  const sent = (failed: string, all: string) => ({
    [alertmanager(FAILED, FIRST, 'integration="slack"', 'reason="serverError"')]: failed,
    [alertmanager(ALL, FIRST, 'integration="slack"')]: all,
  });
  return {
    alert: 'AlertmanagerFailedToSendAlerts',
    expr: `${rate(FAILED)} / ${rate(ALL)} > 0.01`,
    for: '5m',
    severity: 'warning',
    summary: 'Alertmanager cannot reach {{ $labels.integration }}',
    description:
      '{{ $value | humanizePercentage }} of what {{ $labels.pod }} sends to {{ $labels.integration }} fails.',
    dashboard: OBSERVABILITY,
    runbook: ALERTMANAGER,
    test: {
      fires: scenario('half of the messages fail', '30m', sent('0+1x40', '0+2x40')),
      quiet: [
        scenario('none fails', '30m', sent('0x40', '0+2x40')),
        scenario('there is nothing to send', '30m', sent('0x40', '0x40')),
        scenario('Alertmanager starts again', '30m', sent('9x10 0x30', '0+2x10 0+2x30')),
        WITHOUT_SERIES,
      ],
    },
  };
}

function clusterDown(): AlertRule {
  const up = alertmanager('up');
  const pods = (first: string, second: string) => ({
    [alertmanager('up', FIRST)]: first,
    [alertmanager('up', SECOND)]: second,
  });
  return {
    alert: 'AlertmanagerClusterDown',
    expr: `(count by (job) (avg_over_time(${up}[5m]) < 0.5) / count by (job) (${up}) >= 0.5)\nor absent(${up})`,
    for: '5m',
    severity: 'critical',
    summary: 'Half or more of the Alertmanagers are down',
    description:
      'They have not answered Prometheus for most of the last five minutes; alerts may reach nobody.',
    dashboard: OBSERVABILITY,
    runbook: ALERTMANAGER,
    test: {
      fires: scenario('one of two is down', '15m', pods('1x30', '0x30')),
      quiet: [
        scenario('both are up', '15m', pods('1x30', '1x30')),
        scenario('one restarts', '8m', pods('1x30', '1x5 0x2 1x30')),
      ],
    },
  };
}

const HASH = 'alertmanager_config_hash';

function configInconsistent(): AlertRule {
  const hashes = (first: string, second: string) => ({
    [alertmanager(HASH, FIRST)]: first,
    [alertmanager(HASH, SECOND)]: second,
  });
  return {
    alert: 'AlertmanagerConfigInconsistent',
    expr: `count by (job) (count_values by (job) ("config_hash", ${alertmanager(HASH)})) != 1`,
    for: '20m',
    severity: 'critical',
    summary: 'Alertmanagers have different configurations',
    description: 'There are {{ $value }} different configurations in the cluster of {{ $labels.job }}.',
    dashboard: OBSERVABILITY,
    runbook: ALERTMANAGER,
    test: {
      fires: scenario('two differ', '30m', hashes('111x40', '222x40')),
      quiet: [
        scenario('two agree', '30m', hashes('111x40', '111x40')),
        scenario('they change one after the other', '15m', hashes('111x5 222x40', '111x15 222x40')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const MEMBERS = 'alertmanager_cluster_members';

function membersInconsistent(): AlertRule {
  const members = `max_over_time(${alertmanager(MEMBERS)}[5m])`;
  const seen = (first: string, second: string) => ({
    [alertmanager(MEMBERS, FIRST)]: first,
    [alertmanager(MEMBERS, SECOND)]: second,
  });
  return {
    alert: 'AlertmanagerMembersInconsistent',
    expr: `${members} < on (job) group_left count by (job) (${members})`,
    for: '15m',
    severity: 'critical',
    summary: 'Alertmanagers do not know one another',
    description:
      '{{ $labels.pod }} knows only {{ $value }} members of its cluster; messages may be sent twice.',
    dashboard: OBSERVABILITY,
    runbook: ALERTMANAGER,
    test: {
      fires: scenario('each knows only itself', '30m', seen('1x40', '1x40')),
      quiet: [
        scenario('each knows both', '30m', seen('2x40', '2x40')),
        scenario('there is only one', '30m', { [alertmanager(MEMBERS, FIRST)]: '1x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const ALERTMANAGER: Runbook = {
  impact: 'Alerts reach people late, twice, by another way than they should, or not at all.',
  diagnosis: [
    'Read its log; it names the receiver or the line: `kubectl -n <monitoring> logs -l app.kubernetes.io/name=alertmanager --tail=200`',
    'See whether its secret is there and complete: `kubectl -n <monitoring> get externalsecret alertmanager`',
    'See whether its pods reach one another on port 9094, and the receivers on port 443 or that of the mail server.',
  ],
  queries: [
    {
      query: `sum by (integration, reason) (increase(${alertmanager(FAILED)}[1h]))`,
      tells: 'How many messages failed in the last hour, where and why.',
    },
    { query: alertmanager(MEMBERS), tells: 'How many members each Alertmanager knows.' },
  ],
  mitigation: [
    'A receiver that refuses: renew its key in the remote secret; External Secrets brings it here.',
    'A configuration that cannot be read: bring the version before it back.',
    'A cluster that does not find together: restart its pods one after the other.',
  ],
};
