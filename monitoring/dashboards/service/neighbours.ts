import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import {
  answeredBy,
  errorRatio,
  latency,
  type Matchers,
  requestRate,
  sentBy,
  speaksGrpc,
} from '../requests.ts';

/** Who calls it and what it calls, with the failures and the latency of each edge, as the mesh sees them. */
export function neighboursSection(service: Service, environment: Environment): Section {
  const { name, callers, dependencies, expose } = service;
  const namespace = environment.namespaces.services;
  const isCalled = callers.length > 0 || expose !== undefined;
  const calls = dependencies.some(({ to }) => to === 'service');
  const reachesOutside = dependencies.some(({ to }) => to !== 'service');
  const answered = answeredBy(name, namespace);
  const sent = sentBy(name, namespace);
  return {
    title: 'In the mesh',
    panels: [
      ...(isCalled ? edges('from', answered, 'source_workload', speaksGrpc(service)) : []),
      ...(calls ? edges('to', sent, 'destination_service_name', callsGrpc(service)) : []),
      ...(isCalled || calls ? [refusals(answered, sent)] : []),
      ...(reachesOutside ? [outside(sent)] : []),
    ],
  };
}

function callsGrpc({ dependencies }: Service): boolean {
  return dependencies.some((edge) => edge.to === 'service' && edge.port.appProtocol.startsWith('grpc'));
}

function edges(way: 'from' | 'to', matchers: Matchers, label: string, hasGrpc: boolean): readonly Panel[] {
  const who = way === 'from' ? 'caller' : 'called service';
  return [
    timeSeries({
      title: way === 'from' ? 'Calls by caller' : 'Calls by called service',
      description: `Requests a second, by ${who}.`,
      unit: 'reqps',
      series: [[requestRate(matchers, label), `{{${label}}}`]],
    }),
    timeSeries({
      title: `Errors by ${who}`,
      description: `Share of the requests that failed, by ${who}.`,
      unit: 'percentunit',
      series: [[errorRatio(matchers, hasGrpc, label), `{{${label}}}`]],
    }),
    timeSeries({
      title: `Latency by ${who}`,
      description: `Time within which 95 % of the requests were answered, by ${who}.`,
      unit: 'ms',
      series: [[latency(0.95, matchers, label), `{{${label}}}`]],
    }),
  ];
}

function refusals(answered: Matchers, sent: Matchers): Panel {
  const rate = (matchers: Matchers) =>
    `sum by (response_flags) (rate(istio_requests_total{${matchers},response_flags!="-"}[$__rate_interval]))`;
  return timeSeries({
    title: 'Ended by the mesh',
    description:
      'Requests that a sidecar ended itself: UO circuit breaker, UF no connection, UT timeout, RL rate limit.',
    unit: 'reqps',
    series: [
      [rate(answered), '{{response_flags}} on the way in'],
      [rate(sent), '{{response_flags}} on the way out'],
    ],
  });
}

function outside(sent: Matchers): Panel {
  return timeSeries({
    title: 'Sent to resources and hosts outside',
    description: 'Bytes a second over connections that the mesh does not look into, by host.',
    unit: 'Bps',
    series: [
      [
        `sum by (destination_service_name) (rate(istio_tcp_sent_bytes_total{${sent}}[$__rate_interval]))`,
        '{{destination_service_name}}',
      ],
    ],
  });
}
