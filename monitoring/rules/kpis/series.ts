import type { Kpi } from '../../../src/model/observability.ts';

/** A number that somebody is told of. */
export type ToldKpi = Kpi & { readonly alert: NonNullable<Kpi['alert']> };

/** The series that a number of the business is recorded as: `business:orders_placed`. */
export function kpiSeries({ name }: Kpi): string {
  return `business:${name.replaceAll('-', '_')}`;
}

/** Whose it is, where it is that of a service. */
export function kpiLabels({ service }: Kpi): Readonly<Record<string, string>> {
  return service === undefined ? {} : { service };
}
