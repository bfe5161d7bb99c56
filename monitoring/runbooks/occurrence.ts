import type { Environment } from '../../src/model/environment.ts';
import { type AlertRule, isAlert } from '../forms/rule.ts';
import { ruleFiles } from '../rules/write.ts';

/** One form of an alert, and the environments that have it just so. */
export interface Occurrence {
  readonly rule: AlertRule;
  readonly environments: readonly string[];
}

/** Every alert of a platform by name, sorted, with its forms in the order of the rules. */
export function occurrencesOf(
  environments: readonly Environment[],
): ReadonlyMap<string, readonly Occurrence[]> {
  const byAlert = new Map<string, Map<string, { rule: AlertRule; environments: string[] }>>();
  for (const environment of environments) {
    for (const rule of alertsOf(environment)) {
      const forms = byAlert.get(rule.alert) ?? new Map();
      byAlert.set(rule.alert, forms);
      const key = JSON.stringify([rule.severity, rule.expr, rule.for, rule.labels, rule.description]);
      const form = forms.get(key) ?? { rule, environments: [] };
      forms.set(key, form);
      form.environments.push(environment.name);
    }
  }
  const sorted = [...byAlert].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([alert, forms]) => [alert, [...forms.values()]]));
}

function alertsOf(environment: Environment): readonly AlertRule[] {
  if (!environment.observability) return [];
  const groups = [...ruleFiles(environment).values()].flat();
  return groups.flatMap(({ rules }) => rules.filter(isAlert));
}
