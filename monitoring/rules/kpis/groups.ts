import type { Environment } from '../../../src/model/environment.ts';
import type { Kpi } from '../../../src/model/observability.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { kpiAbsent } from './absent.ts';
import { kpiAlert } from './alert.ts';
import { kpiLabels, kpiSeries, type ToldKpi } from './series.ts';

/** The numbers of the business as series. Their queries are the user's own and may use anything, whatever binds how. */
export function kpiGroups(environment: Environment): readonly RuleGroup[] {
  const kpis = environment.observability?.kpis ?? [];
  const rules = kpis.map((kpi) => ({
    record: kpiSeries(kpi),
    expr: `(\n${kpi.query}\n)`,
    labels: kpiLabels(kpi),
  }));
  return rules.length > 0 ? [{ name: 'business', rules }] : [];
}

/**
 * Alerts about those series: a file of its own, whose tests say what is recorded. A query such as `... or vector(0)` would
 * have an answer of its own in every test.
 */
export function kpiAlertGroups(environment: Environment): readonly RuleGroup[] {
  const told = (environment.observability?.kpis ?? []).flatMap((kpi) => (hasAlert(kpi) ? [kpi] : []));
  if (told.length === 0) return [];
  return [{ name: 'business-alerts', rules: told.flatMap((kpi) => [kpiAlert(kpi), kpiAbsent(kpi)]) }];
}

function hasAlert(kpi: Kpi): kpi is ToldKpi {
  return kpi.alert !== undefined;
}
