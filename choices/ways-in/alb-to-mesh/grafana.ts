import type { Construct } from 'constructs';
import { DestinationRule, VirtualService } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isMeshed } from '../../../src/model/mesh.ts';
import type { AlbToMesh } from '../../../src/model/way-in.ts';
import { publicVirtualServiceName } from '../../meshes/istio/canary-routes.ts';
import { gatewayReference } from '../../meshes/istio/gateway.ts';
import type { PublicDashboards } from '../way-in.ts';

/**
 * The route from the mesh gateway to Grafana, and how much may be under way on it. Its metrics are nobody's business
 * outside.
 */
export function addGrafanaRoute(
  scope: Construct,
  _: AlbToMesh,
  { name, host, namespace, port }: PublicDashboards,
  environment: Environment,
): void {
  if (!isMeshed(environment)) return;
  const destination = { host: `grafana.${namespace}.svc.cluster.local`, port: { number: port } };
  new VirtualService(scope, {
    metadata: { name: publicVirtualServiceName(name), namespace },
    spec: {
      hosts: [host],
      gateways: [gatewayReference(environment)],
      http: [
        { name: 'metrics', match: [{ uri: { exact: '/metrics' } }], directResponse: { status: 404 } },
        { name: 'grafana', route: [{ destination }] },
      ],
    },
  });
  new DestinationRule(scope, {
    metadata: { name: 'grafana', namespace },
    spec: { host: destination.host, trafficPolicy: LIMITS },
  });
}

/** There is one pod, so none is ejected and no zone preferred. Values are the defaults of services. */
const LIMITS = {
  connectionPool: {
    tcp: { maxConnections: 1024, connectTimeout: '2s' },
    http: { http1MaxPendingRequests: 1024, http2MaxRequests: 1024 },
  },
  retryBudget: { percent: 20, minRetryConcurrency: 3 },
} as const;
