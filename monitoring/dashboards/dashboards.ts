import type { Environment } from '../../src/model/environment.ts';
import { perEnvironment } from '../per-environment.ts';
import type { Dashboard } from './dashboard.ts';
import { addOnsBoard } from './platform/add-ons.ts';
import { businessBoard } from './platform/business.ts';
import { infrastructureBoard } from './platform/infrastructure.ts';
import { istioBoard } from './platform/istio.ts';
import { observabilityBoard } from './platform/observability.ts';
import { overviewBoard } from './platform/overview.ts';
import { resourceBoards } from './resource/resource-boards.ts';
import { serviceBoard } from './service/service-dashboard.ts';

/** Every dashboard of an environment, sorted by uid; none where dashboards are switched off. */
export const dashboards = perEnvironment((environment: Environment): readonly Dashboard[] => {
  if (!environment.observability?.parts.dashboards) return [];
  const made = [
    overviewBoard(environment),
    ...addOnsBoard(environment),
    ...businessBoard(environment),
    infrastructureBoard(environment),
    ...(environment.mesh ? [istioBoard(environment)] : []),
    ...observabilityBoard(environment),
    ...resourceBoards(environment),
    ...environment.services.map((service) => serviceBoard(service, environment)),
  ];
  return made.sort((a, b) => (a.uid < b.uid ? -1 : 1));
});
