import type { Construct } from 'constructs';
import { Gateway, HTTPRoute } from '../../../imports/gateway-api.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { GatewayApi } from '../../../src/model/way-in.ts';
import { addCertificates } from './certificates.ts';
import { listenedHosts, listeners, PLAIN } from './listeners.ts';

/** The platform's own Gateway with its certificates, and the answer to plain HTTP; nothing where somebody else has one. */
export function addGateway(scope: Construct, way: GatewayApi, environment: Environment): void {
  const { gateway, own } = way;
  if (!own) return;
  const hosts = listenedHosts(environment);
  addCertificates(scope, way, own, hosts, environment);
  const annotations = Object.keys(own.annotations).length > 0 ? own.annotations : undefined;
  new Gateway(scope, {
    metadata: gateway,
    spec: {
      gatewayClassName: own.className,
      infrastructure: annotations && { annotations },
      listeners: listeners(way, own, environment),
    },
  });
  new HTTPRoute(scope, {
    metadata: { name: `${gateway.name}-to-https`, namespace: gateway.namespace },
    spec: {
      parentRefs: [{ ...GATEWAY, ...gateway, sectionName: PLAIN }],
      hostnames: hosts.map(({ host }) => host),
      rules: [
        { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] },
      ],
    },
  });
}

const GATEWAY = { group: 'gateway.networking.k8s.io', kind: 'Gateway' } as const;
