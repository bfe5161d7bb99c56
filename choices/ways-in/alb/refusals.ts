import type { Refusal } from '../../refusal.ts';

/** What services may ask of other ways in, and a load balancer of AWS cannot do. */
export const REFUSED_BY_ALB: readonly Refusal[] = [
  {
    at: 'services.*.expose.timeout',
    because: 'the load balancer ends connections that are idle, and no request',
    instead: 'write ingress: {alb: {idleTimeout: ...}} for all services, or let the service end its requests',
  },
  {
    at: 'services.*.expose.cors',
    because: 'the load balancer passes requests on as they are',
    instead: 'let the service answer browsers itself, or write ingress: {gatewayApi: {...}}',
  },
  {
    at: 'previews',
    because:
      'each preview would be rules of a load balancer that people cannot tell apart, up to a hundred in all',
    instead: 'remove it, or write ingress: {albToMesh: {...}} with mesh: {istio: {}}',
  },
];
