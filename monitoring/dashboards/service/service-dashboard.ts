import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import { JAEGER, OPENSEARCH } from '../../forms/data-sources.ts';
import { PLATFORM_OVERVIEW, serviceDashboard } from '../../forms/uid.ts';
import { serviceLogs } from '../../grafana/log-fields.ts';
import type { Dashboard } from '../dashboard.ts';
import { exploreUrl } from '../explore.ts';
import { kpiSection } from '../kpis.ts';
import { type Link, writeDashboard } from '../write-dashboard.ts';
import { computeSection } from './compute.ts';
import { dependenciesSection } from './dependencies.ts';
import { neighboursSection } from './neighbours.ts';
import { releaseMark, releasesSection } from './releases.ts';
import { requestsSection } from './requests.ts';
import { runsSection } from './runs.ts';
import { sloSection } from './slo.ts';

/** Everything about one service on one page: from what its users notice down to what may be the cause. */
export function serviceBoard(service: Service, environment: Environment): Dashboard {
  const kpis = (environment.observability?.kpis ?? []).filter((kpi) => kpi.service === service.name);
  return writeDashboard({
    uid: serviceDashboard(service.name),
    title: service.name,
    folder: 'Services',
    description: `${service.summary}. Kind: ${service.kind}.`,
    links: links(service, environment),
    marks: [releaseMark(service, environment)],
    sections: [
      ...(environment.mesh ? [requestsSection(service, environment)] : []),
      sloSection(service, environment),
      kpiSection(kpis),
      runsSection(service, environment),
      computeSection(service, environment),
      ...(environment.mesh ? [neighboursSection(service, environment)] : []),
      dependenciesSection(service, environment),
      releasesSection(service, environment),
    ],
  });
}

function links({ name }: Service, { namespaces, observability }: Environment): readonly Link[] {
  const { tracing, logs } = observability?.parts ?? {};
  // As Istio names the spans of a sidecar.
  const traced = `${name}.${namespaces.services}`;
  return [
    OVERVIEW,
    ...(logs ? [{ ...LOGS, url: exploreUrl(OPENSEARCH, serviceLogs(name)) }] : []),
    ...(tracing ? [{ ...TRACES, url: exploreUrl(JAEGER, { queryType: 'search', service: traced }) }] : []),
  ];
}

const OVERVIEW: Link = {
  title: 'Platform',
  tooltip: 'All services at a glance',
  url: `/d/${PLATFORM_OVERVIEW}`,
};
const LOGS = { title: 'Logs', tooltip: 'What its pods wrote within the last hour' };
const TRACES = { title: 'Traces', tooltip: 'Requests through it within the last hour' };
