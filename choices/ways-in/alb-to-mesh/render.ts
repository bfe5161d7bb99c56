import type { Construct } from 'constructs';
import { publicHostNames } from '../../../charts/public-hosts.ts';
import { secretStore } from '../../../charts/secrets/secret-store.ts';
import { Ingress } from '../../../imports/kubernetes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isMeshed } from '../../../src/model/mesh.ts';
import type { AlbToMesh } from '../../../src/model/way-in.ts';
import { addGateway } from '../../meshes/istio/gateway.ts';
import { albAnnotations } from '../alb/alb-annotations.ts';
import { tlsSecret } from '../tls-secret.ts';

/** A load balancer that ends the clients' TLS and speaks TLS to the mesh gateway, and that one's port and certificate. */
export function renderAlbToMesh(scope: Construct, way: AlbToMesh, environment: Environment): void {
  if (!isMeshed(environment)) throw new Error('a way into a mesh without one: the configuration refuses it');
  const { mesh, platform, previews } = environment;
  // One record and one certificate for the hosts of all previews.
  const hosts = [...publicHostNames(environment), ...(previews ? [`*.${previews.domain}`] : [])];
  const service = { name: mesh.gateway.service, port: { number: 443 } };
  secretStore(scope, mesh.gateway.namespace, environment);
  const { namespace } = mesh.gateway;
  tlsSecret(
    scope,
    { name: `${platform}-gateway-tls`, namespace, key: way.gatewayCertificateKey },
    environment,
  );
  addGateway(scope, environment, way);
  const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
  new Ingress(scope, {
    metadata: {
      name: platform,
      // A backend has to be in the Ingress' own namespace.
      namespace: mesh.gateway.namespace,
      annotations: albAnnotations(way, environment, TOWARDS_GATEWAY),
    },
    // external-dns makes a record for the host of every rule, whatever its version. An annotation with hostnames
    // would need two spellings: 0.22 changed the prefix it reads, and forgets the records of the other one.
    spec: { ingressClassName: 'alb', rules: hosts.map((host) => ({ host, http })) },
  });
}

/**
 * Between load balancer and gateway: TLS again, to the gateway's own certificate. Health is asked of Istio's status
 * port, over plain HTTP: it says whether the proxy takes traffic, not whether some service behind it does.
 */
const TOWARDS_GATEWAY = {
  'backend-protocol': 'HTTPS',
  'healthcheck-protocol': 'HTTP',
  'healthcheck-port': '15021',
  'healthcheck-path': '/healthz/ready',
  'success-codes': '200',
} as const;
