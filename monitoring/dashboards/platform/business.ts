import type { Environment } from '../../../src/model/environment.ts';
import { BUSINESS } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { kpiSection } from '../kpis.ts';
import { writeDashboard } from '../write-dashboard.ts';

/** The numbers that belong to no single service; nothing where there are none. */
export function businessBoard({ observability }: Environment): readonly Dashboard[] {
  const kpis = (observability?.kpis ?? []).filter(({ service }) => service === undefined);
  if (kpis.length === 0) return [];
  return [
    writeDashboard({
      uid: BUSINESS,
      title: 'Business',
      folder: 'Platform',
      description: 'How the business does. Numbers of single services are on their own dashboards.',
      sections: [kpiSection(kpis)],
    }),
  ];
}
