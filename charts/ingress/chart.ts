import { Ingress } from '../../imports/kubernetes.ts';
import type { Concern } from '../concern.ts';
import { addGateway } from '../mesh/gateway.ts';
import { publicHostNames } from '../public-hosts.ts';
import { gatewayCertificate } from '../secrets/gateway-certificate.ts';
import { secretStore } from '../secrets/secret-store.ts';
import { albAnnotations } from './alb-annotations.ts';

/**
 * The way in from outside: a load balancer that ends the clients' TLS and speaks TLS to the mesh gateway, and that one's
 * port and certificate.
 */
export const ingress: Concern = {
  name: 'ingress',
  summary:
    'Ingress: the load balancer in front of the mesh gateway; Gateway, and ExternalSecret of its certificate',
  perEnvironment: (scope, environment) => {
    const { ingress: balancer, mesh, platform, previews } = environment;
    const names = publicHostNames(environment);
    if (!balancer || names.length === 0) return;
    // One record and one certificate for the hosts of all previews.
    const hosts = [...names, ...(previews ? [`*.${previews.domain}`] : [])];
    const service = { name: mesh.gateway.service, port: { number: 443 } };
    secretStore(scope, mesh.gateway.namespace, environment);
    gatewayCertificate(scope, balancer, environment);
    addGateway(scope, environment);
    const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
    new Ingress(scope, {
      metadata: {
        name: platform,
        // A backend has to be in the Ingress' own namespace.
        namespace: mesh.gateway.namespace,
        annotations: albAnnotations(balancer, environment),
      },
      // external-dns makes a record for the host of every rule, whatever its version. An annotation with hostnames
      // would need two spellings: 0.22 changed the prefix it reads, and forgets the records of the other one.
      spec: { ingressClassName: 'alb', rules: hosts.map((host) => ({ host, http })) },
    });
  },
};
