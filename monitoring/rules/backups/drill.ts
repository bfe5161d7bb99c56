import type { Drill } from '../../../src/model/backups.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { writeYaml } from '../../../src/yaml/write.ts';
import { isAlert, type RuleGroup } from '../../forms/rule.ts';
import { drillFailed } from './drill-failed.ts';
import { drillOverdue } from './drill-overdue.ts';

/**
 * Alerts of drills that fail, or have not succeeded for longer than from one to the next. kube-state-metrics exports
 * what they ask for.
 */
export function drillGroups({ backups, platform }: Environment): readonly RuleGroup[] {
  return backups ? [drillGroup(platform, backups.drill)] : [];
}

/** The same as a file of rules for a Prometheus that somebody else looks after: without links to what it lacks. */
export function drillRulesText({ platform }: Environment, drill: Drill): string {
  const { name, rules } = drillGroup(platform, drill);
  const alerts = rules
    .filter(isAlert)
    .map(({ alert, expr, for: duration, severity, summary, description }) => ({
      ...{ alert, expr, for: duration, labels: { severity } },
      annotations: { summary, description },
    }));
  return writeYaml({ groups: [{ name, rules: alerts }] });
}

function drillGroup(platform: string, drill: Drill): RuleGroup {
  return { name: 'backup-drill', rules: [drillOverdue(platform, drill), drillFailed(platform, drill)] };
}
