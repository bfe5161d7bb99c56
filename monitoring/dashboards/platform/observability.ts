import type { Environment } from '../../../src/model/environment.ts';
import { OBSERVABILITY } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { writeDashboard } from '../write-dashboard.ts';
import { alerting, logs, metrics, targets, traces } from './stack-sections.ts';

/** What watches the platform, watched itself. */
export function observabilityBoard({ observability }: Environment): readonly Dashboard[] {
  if (!observability) return [];
  const { mode, parts } = observability;
  return [
    writeDashboard({
      uid: OBSERVABILITY,
      title: 'Observability',
      folder: 'Infrastructure',
      description:
        'Whether metrics, alerts, traces and logs arrive. If they do not, every other dashboard is silent.',
      sections: [
        targets(),
        // An operator's programs have dashboards that came with them, and jobs of other names.
        ...(mode === 'standalone' ? [metrics(), alerting()] : []),
        ...(parts.tracing ? [traces()] : []),
        ...(parts.logs ? [logs()] : []),
      ],
    }),
  ];
}
