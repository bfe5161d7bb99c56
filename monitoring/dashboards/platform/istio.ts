import type { Environment } from '../../../src/model/environment.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import { ISTIO_MESH } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { errorRatio, latency, type Matchers, requestRate } from '../requests.ts';
import { writeDashboard } from '../write-dashboard.ts';

/** The mesh as a whole: what goes through it, what comes in from outside, and how its control plane does. */
export function istioBoard({ ingress, namespaces }: Environment): Dashboard {
  return writeDashboard({
    uid: ISTIO_MESH,
    title: 'Istio mesh',
    folder: 'Infrastructure',
    description: 'Requests between services, the way in from outside, and the control plane.',
    sections: [
      between(`namespace="${namespaces.services}",reporter="destination"`),
      ...(ingress ? [gateway()] : []),
      controlPlane(),
    ],
  });
}

function between(requests: Matchers): Section {
  const flags = `istio_requests_total{${requests},response_flags!="-"}`;
  return {
    title: 'Between services',
    panels: [
      timeSeries({
        title: 'Requests by status',
        description: 'Requests a second that all services answered, by status.',
        unit: 'reqps',
        isStacked: true,
        series: [[requestRate(requests, 'response_code'), '{{response_code}}']],
      }),
      timeSeries({
        title: 'Slowest services',
        description: 'Time within which 95 % of the requests were answered, of the ten slowest services.',
        unit: 'ms',
        series: [[`topk(10, ${latency(0.95, requests, 'service')})`, '{{service}}']],
      }),
      timeSeries({
        title: 'Ended by the mesh',
        description:
          'Requests that sidecars ended: UO circuit breaker, UF no connection, UT timeout, RL rate limit.',
        unit: 'reqps',
        series: [
          [
            `sum by (service, response_flags) (rate(${flags}[$__rate_interval]))`,
            '{{service}}: {{response_flags}}',
          ],
        ],
      }),
      ...edges(requests),
    ],
  };
}

function edges(requests: Matchers): readonly Panel[] {
  return [
    timeSeries({
      title: 'Mutual TLS',
      description:
        'Requests a second with and without mutual TLS. Without can only be where STRICT does not hold.',
      unit: 'reqps',
      isStacked: true,
      width: 12,
      series: [[requestRate(requests, 'connection_security_policy'), '{{connection_security_policy}}']],
    }),
    timeSeries({
      title: 'Busiest edges',
      description: 'Requests a second of the ten busiest ways from one service to another.',
      unit: 'reqps',
      width: 12,
      series: [
        [
          `topk(10, ${requestRate(requests, 'source_workload', 'service')})`,
          '{{source_workload}} to {{service}}',
        ],
      ],
    }),
  ];
}

function gateway(): Section {
  const requests = 'job="gateway",reporter="source"';
  return {
    title: 'From outside',
    panels: [
      timeSeries({
        title: 'Requests at the gateway',
        description: 'Requests a second from outside, by status.',
        unit: 'reqps',
        isStacked: true,
        series: [[requestRate(requests, 'response_code'), '{{response_code}}']],
      }),
      timeSeries({
        title: 'Errors at the gateway',
        description: 'Share of the requests from outside that failed, by the service they were for.',
        unit: 'percentunit',
        series: [[errorRatio(requests, false, 'destination_service_name'), '{{destination_service_name}}']],
      }),
      timeSeries({
        title: 'Latency at the gateway',
        description: 'Time within which 95 % of the requests from outside were answered, by service.',
        unit: 'ms',
        series: [[latency(0.95, requests, 'destination_service_name'), '{{destination_service_name}}']],
      }),
    ],
  };
}

function controlPlane(): Section {
  const istiod = 'job="istiod"';
  return {
    title: 'Control plane',
    panels: [
      stat({
        title: 'Sidecars connected',
        description: 'Proxies that get their configuration from istiod.',
        unit: 'short',
        height: 8,
        series: [[`sum(pilot_xds{${istiod}})`, 'connected']],
      }),
      stat({
        title: 'Root certificate lasts',
        description: 'When it ends, no two services can talk any more.',
        unit: 's',
        height: 8,
        steps: [
          [null, 'red'],
          [2_592_000, 'green'],
        ],
        series: [[`min(citadel_server_root_cert_expiry_seconds{${istiod}})`, 'left']],
      }),
      timeSeries({
        title: 'Configuration sent',
        description: 'Pushes to sidecars a second, by kind, and those that sidecars refused.',
        unit: 'short',
        series: [
          [`sum by (type) (rate(pilot_xds_pushes{${istiod}}[$__rate_interval]))`, '{{type}}'],
          [`sum(rate(pilot_total_xds_rejects{${istiod}}[$__rate_interval]))`, 'refused'],
        ],
      }),
      timeSeries({
        title: 'Time until a change arrives',
        description: 'Time within which 99 % of the changes had reached a sidecar.',
        unit: 's',
        series: [
          [
            `histogram_quantile(0.99, sum by (le) (rate(pilot_proxy_convergence_time_bucket{${istiod}}[$__rate_interval])))`,
            'p99',
          ],
        ],
      }),
    ],
  };
}
