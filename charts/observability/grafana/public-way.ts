import type { Construct } from 'constructs';
import { publicVirtualServiceName } from '../../../choices/meshes/istio/canary-routes.ts';
import { gatewayReference } from '../../../choices/meshes/istio/gateway.ts';
import { DestinationRule, VirtualService } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isMeshed } from '../../../src/model/mesh.ts';
import { grafanaHost } from '../../public-hosts.ts';
import { PORT } from './traffic.ts';

/**
 * The route from the mesh gateway, where Grafana has a public host, and how much may be under way on it. Its metrics are
 * nobody's business outside.
 */
export function addPublicWay(scope: Construct, environment: Environment): void {
  const host = grafanaHost(environment);
  const name = environment.observability?.grafana.host;
  if (host === undefined || name === undefined || !isMeshed(environment)) return;
  const { monitoring } = environment.namespaces;
  const destination = { host: `grafana.${monitoring}.svc.cluster.local`, port: { number: PORT } };
  new VirtualService(scope, {
    metadata: { name: publicVirtualServiceName(name), namespace: monitoring },
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
    metadata: { name: 'grafana', namespace: monitoring },
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
