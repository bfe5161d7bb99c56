import type { Port } from '../../../src/model/dependency.ts';

/** Istio reads the requests on this port, so HTTP routes apply to it. */
export function isHttp({ appProtocol }: Port): boolean {
  return HTTP.has(appProtocol);
}

/** Istio passes bytes on, so TCP routes apply: neither HTTP nor TLS, whose routes go by server name. */
export function isTcp(port: Port): boolean {
  return !isHttp(port) && !TLS.has(port.appProtocol);
}

/** https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/ */
const HTTP: ReadonlySet<string> = new Set(['http', 'http2', 'grpc', 'grpc-web']);
const TLS: ReadonlySet<string> = new Set(['https', 'tls']);
