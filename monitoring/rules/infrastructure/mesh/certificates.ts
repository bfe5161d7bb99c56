import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ISTIO_MESH } from '../../../forms/uid.ts';

const EXPIRY = selector('istiod')('citadel_server_root_cert_expiry_timestamp');
const DAY = 86_400;

/** The certificate that all identities in the mesh rest on. */
export function certificateAlerts(): readonly AlertRule[] {
  return [rootExpiring('warning', 30), rootExpiring('critical', 7)];
}

function rootExpiring(severity: 'critical' | 'warning', days: number): AlertRule {
  return {
    alert: 'IstioRootCertificateExpiring',
    expr: `min by (job) (${EXPIRY}) - time() < ${days * DAY}`,
    for: '10m',
    severity,
    summary: `The root certificate of the mesh ends within ${days} days`,
    description: 'It ends in {{ $value | humanizeDuration }}, and with it all mutual TLS.',
    dashboard: ISTIO_MESH,
    runbook: {
      impact: 'When it ends, no service can call another.',
      diagnosis: [
        'Look at it: `kubectl -n <istio> get configmap istio-ca-root-cert -o jsonpath={.data.root-cert\\.pem} | openssl x509 -noout -enddate`',
        'A time before 1970 means that istiod could not read its certificate: read its log.',
      ],
      queries: [{ query: `(${EXPIRY} - time()) / ${DAY}`, tells: 'How many days it is good for.' }],
      mitigation: [
        'Add a new root beside the old one, restart istiod, then all workloads, then remove the old one: https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/',
        'Do it in another environment first; a mistake takes all traffic down.',
      ],
    },
    test: {
      fires: scenario('it ends in five days', '20m', { [EXPIRY]: `${5 * DAY}x30` }),
      quiet: [
        scenario(`it ends in ${days + 1} days`, '20m', { [EXPIRY]: `${(days + 1) * DAY}x30` }),
        scenario('it is renewed', '5m', { [EXPIRY]: `${5 * DAY}x5 ${365 * DAY}x30` }),
        WITHOUT_SERIES,
      ],
    },
  };
}
