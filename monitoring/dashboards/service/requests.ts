import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Series } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import { askedOf, errorRatio, latency, speaksGrpc } from '../requests.ts';

/** How many requests come, how many fail, and how long they take; nothing for services that answer none. */
export function requestsSection(service: Service, { namespaces }: Environment): Section {
  const title = 'Requests';
  if (service.ports.length === 0) return { title, panels: [] };
  const asked = askedOf(service.name, namespaces.services);
  const promised = service.slo?.latency;
  return {
    title,
    panels: [
      timeSeries({
        title: 'Requests by status class',
        description:
          'Requests a second, as the gateway and its callers saw them. Status 0xx means that the client did not wait.',
        unit: 'reqps',
        isStacked: true,
        series: [[byClass(asked), '{{class}}']],
      }),
      timeSeries({
        title: 'Error ratio',
        description: `Share of the requests that failed, those that reached no pod included: ${
          speaksGrpc(service) ? 'status 5xx, or a gRPC status that is the fault of the server' : 'status 5xx'
        }.`,
        unit: 'percentunit',
        series: [[errorRatio(asked, speaksGrpc(service)), 'failed']],
        ...boundOfErrors(service),
      }),
      timeSeries({
        title: 'Latency',
        description:
          'Time within which half, 95 % and 99 % of the requests were answered, read off between bounds.',
        unit: 'ms',
        series: [0.5, 0.95, 0.99].map((quantile): Series => [latency(quantile, asked), `p${quantile * 100}`]),
        ...(promised && { bound: promised.milliseconds }),
      }),
    ],
  };
}

function byClass(asked: string): string {
  const rate = `rate(istio_requests_total{${asked}}[$__rate_interval])`;
  return `sum by (class) (label_replace(${rate}, "class", "\${1}xx", "response_code", "(.).*"))`;
}

/** What the service promises at most to fail, where it promises something. */
function boundOfErrors({ slo }: Service): { readonly bound?: number } {
  if (slo?.availability === undefined) return {};
  // 99.9 % leaves 0.001; binary fractions would leave 0.0009999999999999432.
  return { bound: Number((1 - slo.availability / 100).toFixed(6)) };
}
