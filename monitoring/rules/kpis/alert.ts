import type { Kpi } from '../../../src/model/observability.ts';
import type { AlertRule } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { BUSINESS, serviceDashboard } from '../../forms/uid.ts';
import { kpiLabels, kpiSeries, type ToldKpi } from './series.ts';

/** Tells when a number of the business is on the wrong side of its bound. */
export function kpiAlert(kpi: ToldKpi): AlertRule {
  const { summary, alert } = kpi;
  const { comparison, bound, severity } = alert;
  const [side, direction] = comparison === '<' ? ['Below', 'below'] : ['Above', 'above'];
  return {
    alert: `Business${pascal(kpi.name)}${side}`,
    expr: `${kpiSeries(kpi)} ${comparison} ${bound}`,
    for: alert.for,
    severity,
    labels: kpiLabels(kpi),
    summary: `${plain(summary)}: {{ $value | printf "%.4g" }}, ${direction} ${bound}`,
    description: `${plain(summary)} has been ${direction} ${bound} for ${alert.for}; now it is {{ $value | printf "%.4g" }}.`,
    dashboard: kpiDashboard(kpi),
    runbook: {
      impact: `${summary}: the business sees less of what it wants, or more of what it does not.`,
      diagnosis: [
        'Compare it with the same time in other weeks on its dashboard: holidays and campaigns look like trouble.',
        'See whether services fail, are slow or get no requests: their alerts say so.',
        'See whether it began with a release, or whether a metric was renamed.',
      ],
      queries: [
        { query: kpi.query, tells: 'The number itself.' },
        { query: `${kpiSeries(kpi)} offset 1w`, tells: 'The same a week ago.' },
      ],
      mitigation: [
        'Mend the service at fault, or bring the version before it back.',
        'If nothing is at fault, tell whoever answers for the number; correct its bound if it was wrong.',
      ],
    },
    test: testOf(kpi),
  };
}

/** The dashboard of its service, or that of the platform's numbers. */
export function kpiDashboard({ service }: Kpi): string {
  return service === undefined ? BUSINESS : serviceDashboard(service);
}

/** A summary within a template: braces would be read as one. */
export function plain(text: string): string {
  return text.replaceAll('{{', '{ {');
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function testOf(kpi: ToldKpi): AlertRule['test'] {
  const { comparison, bound } = kpi.alert;
  const minutes = minutesOf(kpi.alert.for);
  const far = Math.max(1, Math.abs(bound));
  const beyond = comparison === '<' ? bound - far : bound + far;
  const recorded = (name: string, values: string) =>
    scenario(name, `${minutes + 4}m`, { [kpiSeries(kpi)]: values });
  return {
    fires: recorded('it is beyond the bound', `${beyond}x${minutes + 5}`),
    quiet: [
      recorded('it is at the bound', `${bound}x${minutes + 5}`),
      recorded('it comes back in time', `${bound} ${beyond} ${bound}x${minutes + 5}`),
      WITHOUT_SERIES,
    ],
  };
}

const MINUTES: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1, s: 1 / 60 };

/** `1h30m` is 90. */
function minutesOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+)([dhms])/g)];
  return Math.ceil(
    parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (MINUTES[unit] ?? 0), 0),
  );
}
