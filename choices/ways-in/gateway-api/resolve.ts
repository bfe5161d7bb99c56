import type { Certificates, GatewayApi, OwnGateway, WayInPeer } from '../../../src/model/way-in.ts';
import type { Surroundings } from '../way-in.ts';
import type { GatewayApiInput } from './schema.ts';

/** The Gateway that routes attach to, the platform's own or not, and who connects to services through it. */
export function resolveGatewayApi(
  { gateway, parentRef, from, internal }: GatewayApiInput,
  { namespaces, platform }: Surroundings,
): GatewayApi {
  const own = { name: platform, namespace: gateway?.namespace ?? namespaces.services };
  const { name, namespace } = parentRef ?? own;
  return {
    way: 'gatewayApi',
    gateway: { name, namespace },
    own: gateway && ownGateway(gateway),
    listener: parentRef?.listener,
    isInternal: internal,
    namespace: namespace === namespaces.services ? undefined : namespace,
    peers: peersOf(from),
  };
}

function ownGateway({
  class: className,
  tls,
  annotations,
}: NonNullable<GatewayApiInput['gateway']>): OwnGateway {
  const sorted = Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1));
  return { className, annotations: Object.fromEntries(sorted), certificates: certificatesOf(tls) };
}

function certificatesOf({
  issuer,
  secret = '',
}: NonNullable<GatewayApiInput['gateway']>['tls']): Certificates {
  return issuer ? { issuer: { kind: issuer.kind, name: issuer.name } } : { remoteSecret: secret };
}

function peersOf({ pods, cidrs = [] }: GatewayApiInput['from']): readonly WayInPeer[] {
  if (pods) return [{ namespace: pods.namespace, pods: pods.labels }];
  return [...cidrs].sort().map((cidr) => ({ cidr }));
}
