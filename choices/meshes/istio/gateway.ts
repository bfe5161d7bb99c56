import type { Construct } from 'constructs';
import { grafanaHost } from '../../../charts/public-hosts.ts';
import { requiredSecret } from '../../../charts/secrets/required-secret.ts';
import { Gateway } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Meshed } from '../../../src/model/mesh.ts';
import type { LoadBalancerSettings } from '../../../src/model/way-in.ts';

/**
 * Opens the mesh gateway's HTTPS port for this platform's public hosts.
 * It takes every host name, because the load balancer sends no server name when it connects: a gateway bound to
 * names finds no matching filter chain (https://github.com/istio/istio/issues/31421). Which hosts are answered is
 * decided by the VirtualServices of the services' namespace and that of Grafana, the only ones it takes routes from.
 * So one mesh gateway serves one platform.
 */
export function addGateway(scope: Construct, environment: Meshed, balancer: LoadBalancerSettings): void {
  const { mesh, namespaces, platform } = environment;
  new Gateway(scope, {
    metadata: {
      name: platform,
      namespace: mesh.gateway.namespace,
      annotations: requiredSecret(environment, `${platform}-gateway-tls`, ['tls.crt', 'tls.key']),
    },
    spec: {
      selector: mesh.gateway.selector,
      servers: [
        {
          port: { number: 443, name: 'https', protocol: 'HTTPS' },
          hosts: [`${namespaces.services}/*`, ...monitoringHosts(environment), ...previewHosts(environment)],
          tls: {
            mode: 'SIMPLE',
            // A Secret beside the gateway's pods, made by the secrets concern.
            credentialName: `${platform}-gateway-tls`,
            minProtocolVersion: minimumTls(balancer),
          },
        },
      ],
    },
  });
}

/** Of the monitoring namespace, Grafana's host and no other. */
function monitoringHosts(environment: Environment): readonly string[] {
  const host = grafanaHost(environment);
  return host === undefined ? [] : [`${environment.namespaces.monitoring}/${host}`];
}

/** Previews have namespaces that nobody knows yet, so what they may take are hosts below a domain of their own. */
function previewHosts({ previews }: Environment): readonly string[] {
  return previews ? [`*/*.${previews.domain}`] : [];
}

/** What a VirtualService writes to be bound to that Gateway. */
export function gatewayReference({ mesh, platform }: Meshed): string {
  return `${mesh.gateway.namespace}/${platform}`;
}

/**
 * The load balancer is the client here. It speaks TLS 1.3 to its targets only when the policy of its listener does:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
function minimumTls({ sslPolicy }: LoadBalancerSettings): 'TLSV1_2' | 'TLSV1_3' {
  return sslPolicy.includes('TLS13') ? 'TLSV1_3' : 'TLSV1_2';
}
