import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const prometheus = selector('prometheus');
const POD = 'pod="prometheus-0"';

/** Prometheus itself: its configuration, its rules, and what it ingests. Names and numbers as in its own mixin. */
export function prometheusAlerts(): readonly AlertRule[] {
  return [badConfig(), notIngesting(), ...COUNTED.map(failing)];
}

function badConfig(): AlertRule {
  const metric = 'prometheus_config_last_reload_successful';
  const example = prometheus(metric, POD);
  return {
    alert: 'PrometheusBadConfig',
    // The highest of five minutes, as one failed scrape would hide the failed reload otherwise.
    expr: `max_over_time(${prometheus(metric)}[5m]) == 0`,
    for: '10m',
    severity: 'critical',
    summary: 'Prometheus cannot read its configuration',
    description:
      '{{ $labels.pod }} has gone on with its old configuration for 10 minutes; with a restart it would not come up.',
    dashboard: OBSERVABILITY,
    runbook: PROMETHEUS,
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

function notIngesting(): AlertRule {
  const appended = 'prometheus_tsdb_head_samples_appended_total';
  const rules = 'prometheus_rule_group_rules';
  const example = (samples: string) => ({
    [prometheus(appended, POD, 'type="float"')]: samples,
    [prometheus(rules, POD, 'rule_group="general"')]: '10x40',
  });
  return {
    alert: 'PrometheusNotIngestingSamples',
    expr: `sum by (pod) (rate(${prometheus(appended)}[5m])) <= 0\nand on (pod) sum by (pod) (${prometheus(rules)}) > 0`,
    for: '10m',
    severity: 'warning',
    summary: 'Prometheus takes nothing in',
    description: '{{ $labels.pod }} has stored no sample for 10 minutes, though it has rules to evaluate.',
    dashboard: OBSERVABILITY,
    runbook: PROMETHEUS,
    test: {
      fires: scenario('the counter stands still', '25m', example('1000x40')),
      quiet: [
        scenario('it rises', '25m', example('0+1000x40')),
        scenario('Prometheus starts again', '25m', example('0+1000x15 0+1000x25')),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** A counter that should stand still. */
interface Counted {
  readonly alert: string;
  readonly metric: string;
  readonly over: string;
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly what: string;
  /** When its tests look. */
  readonly at: string;
}

const COUNTED: readonly Counted[] = [
  {
    alert: 'PrometheusRuleFailures',
    metric: 'prometheus_rule_evaluation_failures_total',
    over: '5m',
    for: '15m',
    severity: 'critical',
    summary: 'Prometheus fails to evaluate rules',
    what: 'evaluations of rules failed',
    at: '30m',
  },
  {
    alert: 'PrometheusMissingRuleEvaluations',
    metric: 'prometheus_rule_group_iterations_missed_total',
    over: '5m',
    for: '15m',
    severity: 'warning',
    summary: 'Prometheus is too slow for its rules',
    what: 'evaluations of groups of rules were left out',
    at: '30m',
  },
  {
    alert: 'PrometheusTargetSyncFailure',
    metric: 'prometheus_target_sync_failed_total',
    over: '30m',
    for: '5m',
    severity: 'critical',
    summary: 'Prometheus cannot make targets of what it finds',
    what: 'targets could not be made',
    at: '20m',
  },
  {
    alert: 'PrometheusScrapeSampleLimitHit',
    metric: 'prometheus_target_scrapes_exceeded_sample_limit_total',
    over: '5m',
    for: '15m',
    severity: 'warning',
    summary: 'Prometheus refuses targets that send too much',
    what: 'scrapes were refused as they had more samples than they may',
    at: '30m',
  },
  {
    alert: 'PrometheusTSDBCompactionsFailing',
    metric: 'prometheus_tsdb_compactions_failed_total',
    over: '3h',
    for: '4h',
    severity: 'warning',
    summary: 'Prometheus cannot compact what it stored',
    what: 'compactions failed',
    at: '250m',
  },
  {
    alert: 'PrometheusTSDBReloadsFailing',
    metric: 'prometheus_tsdb_reloads_failures_total',
    over: '3h',
    for: '4h',
    severity: 'warning',
    summary: 'Prometheus cannot read back what it stored',
    what: 'reloads of blocks failed',
    at: '250m',
  },
];

function failing({ alert, metric, over, severity, summary, what, at, ...counted }: Counted): AlertRule {
  const example = prometheus(metric, POD);
  return {
    alert,
    expr: `sum by (pod) (increase(${prometheus(metric)}[${over}])) > 0`,
    for: counted.for,
    severity,
    summary,
    description: `{{ $value | printf "%.0f" }} ${what} in {{ $labels.pod }} within ${over}.`,
    dashboard: OBSERVABILITY,
    runbook: PROMETHEUS,
    test: {
      fires: scenario('the counter rises', at, { [example]: '0+1x300' }),
      quiet: [
        scenario('it stands still', at, { [example]: '7x300' }),
        scenario('Prometheus starts again', at, { [example]: '7x10 0x290' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const PROMETHEUS: Runbook = {
  impact: 'Numbers and alerts are missing or old, so other trouble may go unnoticed.',
  diagnosis: [
    'Read its log; it names the file, rule, target or block: `kubectl -n <monitoring> logs <pod> --tail=200`',
    'Look at the pages Status, Targets and Status, Rules of Prometheus: `kubectl -n <monitoring> port-forward <pod> 9090`',
    'See whether its volume is full and whether it restarts for lack of memory: `kubectl -n <monitoring> describe pod <pod>`',
  ],
  queries: [
    {
      query: 'topk(10, prometheus_rule_group_last_duration_seconds)',
      tells: 'Which groups of rules take longest; each must be faster than its interval.',
    },
    { query: 'topk(10, scrape_samples_scraped)', tells: 'Which targets send most.' },
    { query: 'prometheus_tsdb_head_series', tells: 'How many series it holds in memory.' },
  ],
  mitigation: [
    'If it began with a change of the input, bring the version before it back.',
    'A target that sends too much: find the label that never repeats, and drop it at the service.',
    'Too slow or short of memory: raise the resources of Prometheus in the environment.',
    'Blocks that cannot be read: move them out of the volume; what they hold is lost, the rest is saved.',
  ],
};
