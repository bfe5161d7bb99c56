import type { Kpi } from '../../../model/observability.ts';
import { nearest } from '../../../words/nearest.ts';
import { prometheusDuration } from '../../duration.ts';
import type { KpiInput } from '../../schema/kpi.ts';
import type { Scope } from '../scope.ts';

/** The numbers that the business goes by, sorted by name. Reports those of services that do not exist. */
export function kpisOf(scope: Scope): readonly Kpi[] {
  return Object.entries(scope.document.metrics)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kpi]) => {
      if (kpi.service !== undefined) checkService(name, kpi.service, scope);
      const { summary, query, unit, service } = kpi;
      return { name, summary, query: query.trim(), unit, service, alert: alertOf(kpi) };
    });
}

function checkService(name: string, service: string, { declared, hasUnread, report }: Scope): void {
  if (declared.get(service) === 'services' || hasUnread) return;
  const known = [...declared].filter(([, section]) => section === 'services').map(([one]) => one);
  const guess = nearest(service, known);
  const otherwise = `remove it, or remove the metric in this environment with metrics: {${name}: null}`;
  const fix = guess ? `write \`${guess}\`` : otherwise;
  report(['metrics', name, 'service'], `no service is named \`${service}\``, { fix });
}

function alertOf({ alert }: KpiInput): Kpi['alert'] {
  if (!alert) return undefined;
  const { below, above, severity } = alert;
  return {
    comparison: below === undefined ? '>' : '<',
    bound: below ?? above ?? 0,
    for: prometheusDuration(alert.for),
    severity,
  };
}
