import type { AlertRule } from '../../../forms/rule.ts';
import { scenario } from '../../../forms/scenario.ts';
import { ISTIO_MESH } from '../../../forms/uid.ts';
import { gatewayFailing } from './failing.ts';

/** No control plane; and no gateway, or one that fails by itself, where the environment has a way in. */
export function downAlerts(hasGateway: boolean): readonly AlertRule[] {
  return hasGateway ? [istiodDown(), gatewayDown(), gatewayFailing()] : [istiodDown()];
}

function istiodDown(): AlertRule {
  return {
    alert: 'IstiodDown',
    expr: 'absent(up{job="istiod"} == 1)',
    for: '5m',
    severity: 'critical',
    summary: 'The control plane of the mesh does not answer',
    description: 'Not one istiod has answered Prometheus for five minutes.',
    dashboard: ISTIO_MESH,
    runbook: {
      impact:
        'What runs goes on with the routes it knows. New pods do not start, and certificates end within a day.',
      diagnosis: [
        'See whether it runs: `kubectl -n <istio> get pods -l app=istiod`',
        'Read its log: `kubectl -n <istio> logs -l app=istiod --tail=200`',
      ],
      queries: [{ query: 'up{job="istiod"}', tells: 'Which istiods answer.' }],
      mitigation: [
        'If it crashes since an upgrade, bring the version before it back.',
        'If it lacks memory, raise its limit; its use grows with services and pods.',
        'Start no release and drain no node until it is back.',
      ],
    },
    test: {
      fires: scenario('it does not answer', '10m', { 'up{job="istiod",pod="istiod-1"}': '0x20' }),
      quiet: [
        scenario('one of two answers', '10m', {
          'up{job="istiod",pod="istiod-1"}': '0x20',
          'up{job="istiod",pod="istiod-2"}': '1x20',
        }),
        scenario('it restarts', '7m', { 'up{job="istiod",pod="istiod-1"}': '1x5 0 0 1x20' }),
      ],
    },
  };
}

function gatewayDown(): AlertRule {
  return {
    alert: 'MeshGatewayDown',
    expr: 'absent(up{job="gateway"} == 1)',
    for: '3m',
    severity: 'critical',
    summary: 'The gateway of the mesh does not answer',
    description: 'Not one pod of the gateway has answered Prometheus for three minutes.',
    dashboard: ISTIO_MESH,
    runbook: {
      impact: 'Nobody reaches the platform from outside.',
      diagnosis: [
        'See whether its pods run: `kubectl -n <gateway namespace> get pods`',
        'If they run and are ready, see why Prometheus does not reach them on port 15020.',
        'Read their log: `kubectl -n <gateway namespace> logs -l istio=ingressgateway --tail=200`',
      ],
      queries: [
        {
          query: 'sum(rate(istio_requests_total{job="gateway"}[5m]))',
          tells: 'Requests a second that come in from outside.',
        },
      ],
      mitigation: [
        'Pending: make room on the nodes. Crashing: bring the version before it back.',
        'Not ready: it waits for istiod or for its certificate; mend that.',
      ],
    },
    test: {
      fires: scenario('its pods do not answer', '10m', { 'up{job="gateway",pod="gateway-1"}': '0x20' }),
      quiet: [
        scenario('one of two answers', '10m', {
          'up{job="gateway",pod="gateway-1"}': '0x20',
          'up{job="gateway",pod="gateway-2"}': '1x20',
        }),
        scenario('a pod is replaced', '7m', {
          'up{job="gateway",pod="gateway-1"}': '1x5 stale',
          'up{job="gateway",pod="gateway-2"}': '_x7 1x20',
        }),
      ],
    },
  };
}
