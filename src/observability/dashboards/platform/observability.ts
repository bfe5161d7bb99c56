import type { Environment } from '../../../model/environment.ts';
import type { Dashboard } from '../dashboard.ts';
import { OBSERVABILITY } from '../uid.ts';
import { writeDashboard } from '../write-dashboard.ts';
import type { Parts } from './stack-sections.ts';
import { alerting, logs, metrics, targets, traces } from './stack-sections.ts';

/** What watches the platform, watched itself. */
export function observabilityBoard({ observability }: Environment): readonly Dashboard[] {
  if (!observability) return [];
  const parts: Parts = observability.parts;
  return [
    writeDashboard({
      uid: OBSERVABILITY,
      title: 'Observability',
      folder: 'Infrastructure',
      description:
        'Whether metrics, alerts, traces and logs arrive. If they do not, every other dashboard is silent.',
      sections: [
        targets(),
        metrics(),
        alerting(),
        ...(parts.tracing ? [traces()] : []),
        ...(parts.logs ? [logs()] : []),
      ],
    }),
  ];
}
