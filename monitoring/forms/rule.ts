import type { AlertSeverity } from '../../src/model/alerting.ts';

/** A rule that keeps the result of a query as a series of its own. Named `level:metric:operations`, as Prometheus advises. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a person who is told of an alert reads, one sentence or command an item. PromQL in `queries` runs as it is. */
export interface Runbook {
  /** What users notice, and what happens if nobody does anything. */
  readonly impact: string;
  /** What to look at, in this order. */
  readonly diagnosis: readonly string[];
  /** Questions to Prometheus, each with what its answer tells. */
  readonly queries: readonly { readonly query: string; readonly tells: string }[];
  /** What takes the trouble away, in the order to try it. */
  readonly mitigation: readonly string[];
}

/** Series as promtool writes them, and when to look. Steps of `values` are a minute apart. */
export interface Scenario {
  /** What happens, as a sentence without a capital: `a third of the requests fail`. */
  readonly name: string;
  readonly series: readonly { readonly series: string; readonly values: string }[];
  /** After the start: `30m`. */
  readonly at: string;
}

/** Proof that an alert fires when it should, and only then. */
export interface AlertTest {
  readonly fires: Scenario;
  /** At least one; of ratios also without requests, of counters also after a reset, and without the series. */
  readonly quiet: readonly Scenario[];
}

/** A condition that somebody is told of. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it must hold: `5m`; `0s` for at once. */
  readonly for: string;
  readonly severity: AlertSeverity | 'none';
  /** Beside `severity`; `service` where the series do not carry it. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line; Go templates over `$labels` and `$value`, whose labels the expression must keep. */
  readonly summary: string;
  /** What it means in numbers, one or two sentences. */
  readonly description: string;
  /** Stable id of the dashboard that shows it, or a Go template that gives one; see `uid.ts`. */
  readonly dashboard: string;
  readonly runbook: Runbook;
  readonly test: AlertTest;
}

/** Rules that are evaluated one after the other, so that later ones see what earlier ones recorded. */
export interface RuleGroup {
  /** Unique in an environment: `kubernetes-apps`, `slo-graphql-gateway`. */
  readonly name: string;
  /** `30s` if left out, as often as metrics are read. */
  readonly interval?: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

/** Whether a rule tells somebody, rather than recording a series. */
export function isAlert(rule: RecordingRule | AlertRule): rule is AlertRule {
  return 'alert' in rule;
}
