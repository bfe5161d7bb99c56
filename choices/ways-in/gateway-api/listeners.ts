import { grafanaHost } from '../../../charts/public-hosts.ts';
import type { Listener, ParentReference } from '../../../imports/gateway-api.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { GatewayApi, OwnGateway } from '../../../src/model/way-in.ts';
import { certificateSecret } from './certificates.ts';

/** A public host with a listener of its own, and the namespace that its routes are in. */
export interface ListenedHost {
  /** First label: `api`. */
  readonly name: string;
  readonly host: string;
  readonly namespace: string;
}

/** Every public host: those of services, and Grafana's, which is routed from another namespace. */
export function listenedHosts(environment: Environment): readonly ListenedHost[] {
  const { namespaces, observability, publicHosts } = environment;
  const ofServices = publicHosts.map(({ name, host }) => ({ name, host, namespace: namespaces.services }));
  const host = grafanaHost(environment);
  const name = observability?.grafana.host;
  if (host === undefined || name === undefined) return ofServices;
  return [...ofServices, { name, host, namespace: namespaces.monitoring }];
}

/** Name of the listener for plain HTTP. */
export const PLAIN = 'http';

/** One listener of plain HTTP, which sends clients to HTTPS, and one of HTTPS for each public host. */
export function listeners(way: GatewayApi, own: OwnGateway, environment: Environment): readonly Listener[] {
  return [
    { name: PLAIN, port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
    ...listenedHosts(environment).map(
      (listened): Listener => ({
        name: listenerName(listened.name),
        hostname: listened.host,
        port: 443,
        protocol: 'HTTPS',
        tls: {
          mode: 'Terminate',
          certificateRefs: [
            { group: '', kind: 'Secret', name: certificateSecret(own, listened, environment) },
          ],
        },
        // Nobody else of the cluster may publish under this host.
        allowedRoutes: { namespaces: routesFrom(listened.namespace, way) },
      }),
    ),
  ];
}

/** What routes of a public host name as their parent. */
export function parentOf({ gateway, listener, own }: GatewayApi, host: string): ParentReference {
  return {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: gateway.name,
    namespace: gateway.namespace,
    sectionName: own ? listenerName(host) : listener,
  };
}

/** Behind a prefix, as a host may be called `http`. */
function listenerName(host: string): string {
  return `https-${host}`;
}

function routesFrom(
  namespace: string,
  { gateway }: GatewayApi,
): NonNullable<Listener['allowedRoutes']>['namespaces'] {
  if (namespace === gateway.namespace) return { from: 'Same' };
  return { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
}
