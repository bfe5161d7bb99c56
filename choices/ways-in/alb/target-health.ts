import type { Service } from '../../../src/model/service.ts';

const PREFIX = 'alb.ingress.kubernetes.io';

/**
 * Annotations of a Service that tell the load balancer how its pods are asked whether they take requests, as the readiness
 * probe asks; those of a Service count before those of the Ingress.
 */
export function targetHealth({ expose, health }: Service): Readonly<Record<string, string>> {
  if (!expose) return {};
  const settings = { ...ofProtocol(expose.port.appProtocol), ...ofReadiness(health) };
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [`${PREFIX}/${key}`, value]));
}

/** What the load balancer speaks to pods: HTTP/1.1 where nothing is said. */
function ofProtocol(appProtocol: string): Readonly<Record<string, string>> {
  if (appProtocol === 'grpc') return { 'backend-protocol-version': 'GRPC' };
  if (appProtocol === 'http2') return { 'backend-protocol-version': 'HTTP2' };
  return appProtocol === 'https' ? { 'backend-protocol': 'HTTPS' } : {};
}

/** Where the probe asks no path, any answer will do: 12 is gRPC's word for a method that is not there. */
function ofReadiness({ port, readiness }: Service['health']): Readonly<Record<string, string>> {
  const asked = port && { 'healthcheck-port': String(port.number) };
  if (readiness?.type === 'http')
    return { ...asked, 'healthcheck-path': readiness.path, 'success-codes': '200-399' };
  if (readiness?.type === 'grpc') return { 'healthcheck-path': HEALTH_OF_GRPC, 'success-codes': '0' };
  return { 'success-codes': '200-499' };
}

/** https://github.com/grpc/grpc/blob/master/doc/health-checking.md */
const HEALTH_OF_GRPC = '/grpc.health.v1.Health/Check';
