import type { Construct } from 'constructs';
import { HTTPRoute } from '../../../imports/gateway-api.ts';
import type { GatewayApi } from '../../../src/model/way-in.ts';
import type { PublicDashboards } from '../way-in.ts';
import { parentOf } from './listeners.ts';

/** The route to Grafana. Its metrics are nobody's business outside: who asks for them is sent to the start page. */
export function addGrafanaRoute(
  scope: Construct,
  way: GatewayApi,
  { name, host, namespace, port }: PublicDashboards,
): void {
  new HTTPRoute(scope, {
    metadata: { name: 'grafana', namespace },
    spec: {
      parentRefs: [parentOf(way, name)],
      hostnames: [host],
      rules: [
        { matches: [{ path: { type: 'Exact', value: '/metrics' } }], filters: [TO_START] },
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ group: '', kind: 'Service', name: 'grafana', port, weight: 1 }],
        },
      ],
    },
  });
}

const TO_START = {
  type: 'RequestRedirect',
  requestRedirect: { path: { type: 'ReplaceFullPath', replaceFullPath: '/' }, statusCode: 302 },
} as const;
