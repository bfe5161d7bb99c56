import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ISTIO_MESH } from '../../../forms/uid.ts';

const gateway = selector('gateway', 'reporter="source"');
const TOTAL = 'istio_requests_total';
const LOST = ['destination_service="unknown"', 'response_code=~"5.."'];

/** Requests that the gateway fails without having led them to any service; those of a service count as its own. */
export function gatewayFailing(): AlertRule {
  const lost = `sum(rate(${gateway(TOTAL, ...LOST)}[5m]))`;
  const all = `sum(rate(${gateway(TOTAL)}[5m]))`;
  return {
    alert: 'MeshGatewayFailing',
    expr: `${lost} / (${all} > 0) > 0.05\nand\n${lost} > 0.1`,
    for: '5m',
    severity: 'critical',
    summary: 'The gateway fails {{ $value | humanizePercentage }} of the requests from outside itself',
    description:
      'For five minutes the gateway has failed more than 5% of the requests from outside without leading them to a service.',
    dashboard: ISTIO_MESH,
    runbook: {
      impact: 'Users see errors, and no service counts them.',
      diagnosis: [
        'See with which flags they end. NC: the route leads to a version or Service that is not there; UF, UH: nobody answers behind it (https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage).',
        'See whether the gateway has the configuration of now: alerts PilotPushErrors, PilotXdsRejected and the like.',
        'See whether it began with a release, or with a change of routes.',
      ],
      queries: [
        {
          query: `sum by (response_code, response_flags) (rate(${gateway(TOTAL, 'destination_service="unknown"')}[5m]))`,
          tells: 'How requests end that belong to no service, a second.',
        },
      ],
      mitigation: [
        'Bring the routes before the change back.',
        'If istiod is at fault, mend that; the gateway goes on with what it was told last.',
      ],
    },
    test: {
      fires: outcome('a tenth of the requests reach no service', '0+540x20', '0+60x20'),
      quiet: [
        outcome('one in fifty does', '0+980x20', '0+20x20'),
        outcome('two of three requests', '0+0.1x20', '0+0.2x20'),
        outcome('counters restart', '5000+60x5 0+60x15', '400+1x5 0+1x15'),
        outcome('there are no requests', '100x20', '10x20'),
        outcome('somebody tries paths that are not there', '0+540x20', '0+60x20', '404'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function outcome(name: string, good: string, lost: string, code = '503') {
  const service = 'destination_service="api.shop.svc.cluster.local"';
  return scenario(name, '12m', {
    [gateway(TOTAL, service, 'response_code="200"')]: good,
    [gateway(TOTAL, 'destination_service="unknown"', `response_code="${code}"`)]: lost,
  });
}
