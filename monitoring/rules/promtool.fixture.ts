import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { isThorough } from '../../test/runs.ts';
import { type AlertRule, isAlert, type RuleGroup, type Scenario } from '../forms/rule.ts';
import { ruleFileText } from './write.ts';

/** Whether promtool is on PATH. */
export const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

/** Scenarios that last longer are for `npm run prove`: promtool evaluates each of their minutes, which takes its time. */
const LONGEST_MINUTES = 36 * 60;

/** What promtool says of rule groups: of their syntax, then of every alert's test. Empty when all is well. */
export function judgeRules(groups: readonly RuleGroup[], observability: Observability): string {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-rules-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), ruleFileText(groups, observability));
    const check = promtool(folder, ['check', 'rules', '--lint-fatal', 'rules.yaml']);
    if (check) return check;
    const tests = groups
      .flatMap(({ rules }) => rules.filter(isAlert))
      .filter((alert) => isThorough || !takesLong(alert))
      .map((alert, index) => {
        const own = groupsOfAlert(alert, groups);
        writeFileSync(join(folder, `rules-${index}.yaml`), ruleFileText(own, observability));
        writeFileSync(join(folder, `tests-${index}.yaml`), writeYaml(testFile(alert, index, own)));
        return `tests-${index}.yaml`;
      });
    return tests.length > 0 ? promtool(folder, ['test', 'rules', ...tests]) : '';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What recording rules are to say of some series: each sample as Prometheus prints it, and its value. */
export interface Recorded {
  readonly series: Scenario['series'];
  readonly at: string;
  /** A query over recorded series; with the samples it gives, none where it gives nothing. */
  readonly query: string;
  readonly samples: readonly { readonly labels: string; readonly value: number }[];
}

/** What promtool says of the series that rule groups record. Empty when all is well. */
export function judgeRecordings(
  groups: readonly RuleGroup[],
  observability: Observability,
  { series, at, query, samples }: Recorded,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-rules-'));
  try {
    const expected = { expr: query, eval_time: at, exp_samples: samples };
    const recordings = groups.map((group) => ({ ...group, rules: group.rules.filter((r) => !isAlert(r)) }));
    const tests = {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      group_eval_order: groups.map(({ name }) => name),
      tests: [{ interval: '1m', input_series: series, promql_expr_test: [expected] }],
    };
    writeFileSync(join(folder, 'rules.yaml'), ruleFileText(recordings, observability));
    writeFileSync(join(folder, 'tests.yaml'), writeYaml(tests));
    return promtool(folder, ['test', 'rules', 'tests.yaml']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function promtool(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd, encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

/** Whether the scenarios of an alert last too long, all together, to be tried with each change. */
export function takesLong({ test }: AlertRule): boolean {
  const perUnit: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1 };
  const parts = [test.fires, ...test.quiet].flatMap(({ at }) => [...at.matchAll(/(\d+)([dhm])/g)]);
  const minutes = parts.map(([, count = '', unit = '']) => Number(count) * (perUnit[unit] ?? 0));
  return minutes.reduce((sum, own) => sum + own, 0) > LONGEST_MINUTES;
}

/** An alert with the recording rules it rests on: promtool evaluates the whole file each minute of each test. */
function groupsOfAlert(alert: AlertRule, groups: readonly RuleGroup[]): readonly RuleGroup[] {
  const recordings = groups.flatMap(({ rules }) => rules.flatMap((rule) => (isAlert(rule) ? [] : [rule])));
  const needed = new Set<RuleGroup['rules'][number]>([alert]);
  for (const { expr } of needed) {
    for (const recording of recordings) if (expr.includes(recording.record)) needed.add(recording);
  }
  return groups
    .map((group) => ({ ...group, rules: group.rules.filter((rule) => needed.has(rule)) }))
    .filter(({ rules }) => rules.length > 0);
}

/** A unit test file of promtool with every scenario of an alert. */
function testFile(alert: AlertRule, index: number, groups: readonly RuleGroup[]) {
  return {
    rule_files: [`rules-${index}.yaml`],
    evaluation_interval: '1m',
    group_eval_order: groups.map(({ name }) => name),
    tests: [
      testOf(alert, alert.test.fires, true),
      ...alert.test.quiet.map((scenario) => testOf(alert, scenario, false)),
    ],
  };
}

/**
 * Asks `ALERTS` rather than for exact annotations: whether the alert fires, with its own labels and with every label
 * that its annotations name, so that none of them comes out empty.
 */
function testOf(rule: AlertRule, { name, series, at }: Scenario, isFiring: boolean) {
  const own = { alertname: rule.alert, alertstate: 'firing', severity: rule.severity, ...rule.labels };
  const matchers = Object.entries(own).map(([label, value]) => `${label}="${value}"`);
  const named = isFiring ? namedLabels(rule).map((label) => `${label}!=""`) : [];
  const expr = `count(ALERTS{${[...matchers, ...named].join(',')}}) > bool 0 or vector(0)`;
  return {
    name: `${rule.alert}: ${name}`,
    interval: '1m',
    input_series: series,
    promql_expr_test: [{ expr, eval_time: at, exp_samples: [{ labels: '{}', value: isFiring ? 1 : 0 }] }],
  };
}

function namedLabels({ summary, description }: AlertRule): readonly string[] {
  const names = [...`${summary} ${description}`.matchAll(/\$labels\.([A-Za-z_][A-Za-z0-9_]*)/g)];
  return [...new Set(names.map(([, label = '']) => label))].sort();
}
