import type { AlertRule, RuleGroup } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { OBSERVABILITY, PLATFORM_OVERVIEW } from '../../forms/uid.ts';

/** Alerts about alerting itself, and about targets that do not answer. Names as in kube-prometheus. */
export function generalGroups(): readonly RuleGroup[] {
  return [{ name: 'general.rules', rules: [watchdog(), infoInhibitor(), targetDown()] }];
}

/**
 * The one of them that kube-prometheus-stack cannot stand in for: its own does not say whose it is, so it does not
 * reach the platform's dead man's switch.
 */
export function watchdogGroups(): readonly RuleGroup[] {
  return [{ name: 'general.rules', rules: [watchdog()] }];
}

/** Depends on what is scraped, so that a Prometheus that runs and sees nothing is missed as well. */
function watchdog(): AlertRule {
  return {
    alert: 'Watchdog',
    expr: 'count(up == 1) > 0',
    for: '0s',
    severity: 'none',
    summary: 'Prometheus sees its targets and alerts reach Alertmanager',
    description:
      'Always firing; {{ $value }} targets answer. Whoever receives it tells somebody when it stays away.',
    dashboard: OBSERVABILITY,
    runbook: {
      impact:
        'While it fires, all is well. When it stays away, no other alert is sent either: trouble goes unnoticed.',
      diagnosis: [
        'See whether Prometheus runs: `kubectl -n <monitoring> get pods -l app.kubernetes.io/name=prometheus`',
        'See whether Alertmanager runs: `kubectl -n <monitoring> get pods -l app.kubernetes.io/name=alertmanager`',
        'Read what Alertmanager says of its receivers: `kubectl -n <monitoring> logs -l app.kubernetes.io/name=alertmanager`',
      ],
      queries: [{ query: 'count by (job) (up == 1)', tells: 'How many targets answer, by job.' }],
      mitigation: [
        'Start what does not run; look at its events and at the log of its last run (`kubectl -n <monitoring> logs <pod> --previous`).',
        'If all of it runs, send a test alert with `amtool alert add` and follow it to its receiver.',
        'Until it is back, look at the dashboards every hour.',
      ],
    },
    test: {
      fires: scenario('one target of two answers', '1m', {
        'up{job="prometheus",pod="prometheus-0"}': '1x5',
        'up{job="services",pod="api-1"}': '0x5',
      }),
      quiet: [
        scenario('no target answers', '5m', { 'up{job="services",pod="api-1"}': '0x10' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function infoInhibitor(): AlertRule {
  return {
    alert: 'InfoInhibitor',
    expr: [
      'max by (namespace) (ALERTS{severity="info",alertstate="firing"}) == 1',
      'unless on (namespace) ALERTS{alertname!="InfoInhibitor",alertstate="firing",severity=~"critical|warning"} == 1',
    ].join('\n'),
    for: '0s',
    severity: 'none',
    summary: 'Nothing in {{ $labels.namespace }} is wrong enough to send its `info` alerts',
    description:
      'Keeps `info` alerts of namespace {{ $labels.namespace }} back while no warning or critical alert fires there.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: {
      impact: 'None: it is a switch for Alertmanager and is sent to nobody.',
      diagnosis: ['If it is sent to somebody, look for the route that lacks `alertname="InfoInhibitor"`.'],
      queries: [
        { query: 'ALERTS{severity="info",alertstate="firing"}', tells: 'The alerts that it keeps back.' },
      ],
      mitigation: ['Nothing to do, except to mend the route that sent it.'],
    },
    test: {
      fires: scenario('an info alert fires alone', '5m', {
        'ALERTS{alertname="Throttled",alertstate="firing",namespace="shop",severity="info"}': '1x10',
      }),
      quiet: [
        scenario('a warning fires in the same namespace', '5m', {
          'ALERTS{alertname="Throttled",alertstate="firing",namespace="shop",severity="info"}': '1x10',
          'ALERTS{alertname="Slow",alertstate="firing",namespace="shop",severity="warning"}': '1x10',
        }),
        scenario('the info alert is only pending', '5m', {
          'ALERTS{alertname="Throttled",alertstate="pending",namespace="shop",severity="info"}': '1x10',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const GROUPED = 'by (job, namespace, service, resource)';

function targetDown(): AlertRule {
  return {
    alert: 'TargetDown',
    expr: `100 * count ${GROUPED} (up == 0) / count ${GROUPED} (up) > 10`,
    for: '10m',
    severity: 'warning',
    summary: 'Targets of {{ $labels.job }} cannot be scraped',
    description:
      '{{ $value | printf "%.0f" }}% of the targets of {{ $labels.job }} do not answer Prometheus; the labels of the alert say which.',
    dashboard: OBSERVABILITY,
    runbook: {
      impact: 'Alerts and dashboards of these targets say nothing, whatever state they are in.',
      diagnosis: [
        'Read the error of the scrape on the page Status, Targets of Prometheus.',
        '`connection refused`: the program does not listen on the port it is asked on, or does not run.',
        '`context deadline exceeded`: a NetworkPolicy is in the way, or the program is too slow to answer.',
        '`connection reset`: Prometheus asks a port that demands mutual TLS; pods with sidecars are asked on port 15020.',
      ],
      queries: [
        { query: 'up == 0', tells: 'The targets that do not answer.' },
        {
          query: 'topk(10, scrape_duration_seconds)',
          tells: 'The slowest targets; a scrape may take ten seconds.',
        },
      ],
      mitigation: [
        'If the pods do not run, mend that first: there will be an alert that says why.',
        'If they run, compare the NetworkPolicies at both ends with what was last released, and roll back.',
      ],
    },
    test: {
      fires: scenario('one of two pods does not answer', '15m', {
        'up{job="services",namespace="shop",service="api",pod="api-1"}': '1x30',
        'up{job="services",namespace="shop",service="api",pod="api-2"}': '0x30',
      }),
      quiet: [
        scenario('all answer', '15m', {
          'up{job="services",namespace="shop",service="api",pod="api-1"}': '1x30',
          'up{job="services",namespace="shop",service="api",pod="api-2"}': '1x30',
        }),
        scenario('a pod starts and is scraped after five minutes', '5m', {
          'up{job="services",namespace="shop",service="api",pod="api-1"}': '0x5 1x30',
        }),
        scenario('a pod is gone for good', '30m', {
          'up{job="services",namespace="shop",service="api",pod="api-1"}': '0x5 stale',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}
