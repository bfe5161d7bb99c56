import type { Kpi } from '../../src/model/observability.ts';
import type { Panel } from '../forms/panels/panel.ts';
import type { Section } from '../forms/panels/place.ts';
import { timeSeries } from '../forms/panels/time-series.ts';

/** The numbers a business goes by, one panel each, with the bound at which somebody is told. */
export function kpiSection(kpis: readonly Kpi[]): Section {
  return { title: 'Business', panels: kpis.map(kpiPanel) };
}

function kpiPanel({ name, summary, query, unit, alert }: Kpi): Panel {
  const told = alert
    ? ` Somebody is told when it is ${alert.comparison} ${alert.bound} for ${alert.for}.`
    : '';
  return timeSeries({
    title: titleOf(name),
    description: `${summary}.${told}`,
    unit,
    series: [[query, '__auto']],
    ...(alert && { bound: alert.bound }),
  });
}

/** `orders-placed` becomes `Orders placed`. */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
